//! Signing in.

use domain::{
    access::{Patience, Role, act},
    ids::{TenantId, UserId},
    people::EmailAddress,
};
use uuid::Uuid;

use super::{SessionToken, attempts, front_door, own_door, password, session::Device, sql};
use crate::{
    Failure,
    access::{Origin, Permit},
    desk::{Change, Desk},
    keys,
};

/// Why somebody is not let in.
#[derive(Debug, thiserror::Error)]
pub enum SignInError {
    /// Unknown address, wrong password, ended account: nobody is told which.
    #[error("address and password do not fit")]
    Refused,
    /// Too many wrong passwords: only after so many milliseconds, or, without a number, only with a new password.
    #[error("too many attempts")]
    TooMany(Option<i64>),
    /// Something else failed.
    #[error(transparent)]
    Failure(#[from] Failure),
}

/// Somebody who may come in.
pub(super) struct Known {
    pub(super) user: UserId,
    pub(super) tenant: TenantId,
    pub(super) role: Role,
}

/// Checks address and password and starts a session. Does the same work for unknown addresses.
pub async fn sign_in(
    desk: &Desk,
    origin: &Origin,
    email: &str,
    password: &str,
    device: &str,
) -> Result<SessionToken, SignInError> {
    let permit = front_door(origin)?;
    let Some(user) = check(desk, &permit, email, password).await? else {
        return Err(SignInError::Refused);
    };
    let mut tx = desk.read(&permit).await?;
    let Some((tenant, role)) = sql::first_grant(&mut tx, user).await? else {
        return Err(SignInError::Refused);
    };
    drop(tx);
    let known = Known { user, tenant, role };
    Ok(start_session(desk, origin, &known, device).await?)
}

/// Checks address and password, with all that slows down guessing; none if they do not fit.
pub(super) async fn check(
    desk: &Desk,
    permit: &Permit<act::SignIn>,
    email: &str,
    password: &str,
) -> Result<Option<UserId>, SignInError> {
    let index = index_of(desk, permit, email).await?;
    match attempts::begin(desk, permit, &index).await? {
        Patience::Now => {}
        Patience::After(ms) => return Err(SignInError::TooMany(Some(ms))),
        Patience::Never => return Err(SignInError::TooMany(None)),
    }
    let mut tx = desk.read(permit).await?;
    let account = sql::account_by_email(&mut tx, &index).await?;
    let id = account.as_ref().map_or(Uuid::nil(), |account| account.id);
    drop(tx);
    let hash = account.map(|account| account.password_hash);
    let fits = password::fits(password.to_owned(), hash).await;
    if fits {
        attempts::forgive(desk, permit, &index).await?;
        return Ok(Some(UserId::from_uuid(id)));
    }
    let mut tx = desk.open(permit).await?;
    let own = tx.tenant();
    let key = keys::own(&mut tx).await?;
    // Of whom is told for known and unknown addresses alike: by the id of an account, or none.
    let change = Change::new(
        "user.sign_in_failed",
        UserId::from_uuid(id),
        own.uuid(),
        &key,
    );
    tx.commit(change).await?;
    Ok(None)
}

pub(super) async fn index_of(
    desk: &Desk,
    permit: &Permit<act::SignIn>,
    email: &str,
) -> Result<Vec<u8>, Failure> {
    let tx = desk.read(permit).await?;
    let typed = email.parse::<EmailAddress>();
    let normalised = typed.map_or_else(|_| email.trim().to_lowercase(), |email| email.normalised());
    let index = tx.keys.blind_index("users.email", &normalised);
    Ok(index.as_bytes().to_vec())
}

/// Starts a session in the tenant, whose log tells of it.
pub(super) async fn start_session(
    desk: &Desk,
    origin: &Origin,
    known: &Known,
    device: &str,
) -> Result<SessionToken, Failure> {
    let permit = own_door(known.tenant, known.user, known.role, origin)?;
    let token = SessionToken::make();
    let mut tx = desk.open(&permit).await?;
    let key = keys::own(&mut tx).await?;
    let sealed = Device(device.to_owned()).seal(&key, &token.hash());
    sql::add_session(&mut tx, &token.hash(), known.user, sealed).await?;
    let change = Change::new("user.signed_in", known.user, known.tenant.uuid(), &key);
    tx.commit(change).await?;
    Ok(token)
}
