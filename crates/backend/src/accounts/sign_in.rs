//! Signing in.

use domain::{access::act, ids::UserId, people::EmailAddress};

use super::{SessionToken, front_door, password, sql};
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
    /// Something else failed.
    #[error(transparent)]
    Failure(#[from] Failure),
}

/// Checks address and password and starts a session. Takes the same time for unknown addresses.
pub async fn sign_in(
    desk: &Desk,
    origin: &Origin,
    email: &str,
    password: &str,
) -> Result<SessionToken, SignInError> {
    let permit = front_door(origin)?;
    let account = match email.parse::<EmailAddress>() {
        Ok(email) => find(desk, &permit, &email).await?,
        Err(_) => None,
    };
    let hash = account
        .as_ref()
        .map(|account| account.password_hash.clone());
    let fits = password::fits(password.to_owned(), hash).await;
    let (Some(account), true) = (account, fits) else {
        return Err(SignInError::Refused);
    };
    let user = UserId::from_uuid(account.id);
    let mut tx = desk.open(&permit).await?;
    let Some(tenant) = sql::first_grant(&mut tx, user).await? else {
        return Err(SignInError::Refused);
    };
    let token = SessionToken::make();
    sql::add_session(&mut tx, &token.hash(), user, tenant).await?;
    let key = keys::of(&mut tx, user.uuid()).await?;
    tx.commit(Change::new("user.signed_in", user, user.uuid(), &key))
        .await?;
    Ok(token)
}

async fn find(
    desk: &Desk,
    permit: &Permit<act::SignIn>,
    email: &EmailAddress,
) -> Result<Option<sql::AccountRow>, Failure> {
    let mut tx = desk.read(permit).await?;
    let index = tx.keys.blind_index("users.email", &email.normalised());
    sql::account_by_email(&mut tx, index.as_bytes()).await
}
