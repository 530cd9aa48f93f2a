//! Signing in.

use domain::{
    Instant,
    access::act,
    ids::{TenantId, UserId},
};
use uuid::Uuid;

use super::{
    Token, attempts,
    challenges::{self, Asked},
    front_door, index_of, own_door, password,
    seat::{seat_of, seats_of},
    session::Device,
    sign_on::{Identity, tie},
    sql,
};
use crate::{
    Failure,
    access::{Origin, Permit},
    desk::{Change, Desk, FieldChange, TenantTx},
    keys,
};

/// Why somebody is not let in.
#[derive(Debug, thiserror::Error)]
pub enum SignInError {
    /// Unknown address, wrong password or code, ended account: nobody is told which.
    #[error("address and password do not fit")]
    Refused,
    /// Too many wrong passwords: only after so many milliseconds, or, without a number, only with a new password.
    #[error("too many attempts")]
    TooMany(Option<i64>),
    /// The code of the second factor is wrong, or missing.
    #[error("wrong code")]
    WrongCode,
    /// Too many wrong codes: only a recovery code or a passkey helps.
    #[error("too many codes")]
    CodesBlocked,
    /// Something of the account's own has to be given first.
    #[error("not proved")]
    Unproved,
    /// The way in took too long, or was gone already: from the beginning.
    #[error("too late")]
    Over,
    /// Something else failed.
    #[error(transparent)]
    Failure(#[from] Failure),
}

/// How far somebody is who has given the right password.
pub enum SignedIn {
    /// In.
    In(Token),
    /// The second factor is missing; the token names the question.
    Factor(Token),
}

impl SignedIn {
    /// The session; none when the second factor is missing.
    pub fn session(self) -> Option<Token> {
        match self {
            Self::In(token) => Some(token),
            Self::Factor(_) => None,
        }
    }
}

/// A sign-in by a provider counts as a proof of so long ago: older than any that is asked for.
const PROVIDER_AGE_MS: i64 = Instant::HOUR_MS;

/// Whether the proof of a session is the stale one of a provider.
pub(super) const fn by_provider(began_at: Instant, proved_at: Instant) -> bool {
    began_at.0 - proved_at.0 >= PROVIDER_AGE_MS
}

/// Somebody who has proved to be whom, and when that began.
#[derive(Clone)]
pub(crate) struct Proved {
    pub(crate) user: UserId,
    pub(super) at: Instant,
    /// Whether a second factor was part of it.
    pub(super) strong: bool,
    /// The second factor that was given just now.
    pub(super) factor: Option<&'static str>,
    /// When the session began that goes on; none if one begins.
    pub(super) since: Option<Instant>,
    /// By which of a provider's people and when, if by one: the account is tied to it once everything is proved.
    pub(super) identity: Option<(Identity, Instant)>,
}

impl Proved {
    /// Proved by a password.
    pub(super) const fn by_password(user: UserId, at: Instant) -> Self {
        Self {
            user,
            at,
            strong: false,
            factor: None,
            since: None,
            identity: None,
        }
    }

    /// Proved by a provider of single sign-on: it lets in, and is no fresh proof of anything, because a tenant chose it.
    pub(crate) fn by_provider(user: UserId, at: Instant, identity: Identity) -> Self {
        let stale = at.plus_ms(-PROVIDER_AGE_MS);
        Self::by_password(user, stale).tied_to(Some(identity), stale)
    }

    /// Came by one of a provider's people, whose proof is of so long ago.
    pub(super) fn tied_to(self, identity: Option<Identity>, stale: Instant) -> Self {
        let came_at = stale.plus_ms(PROVIDER_AGE_MS);
        let identity = identity.map(|identity| (identity, came_at));
        Self { identity, ..self }
    }

    /// Whether a provider's word is all that a session has that began then.
    const fn is_by_provider(&self, began_at: Instant) -> bool {
        by_provider(began_at, self.at)
    }

    /// Proved by a second factor as well.
    pub(super) fn with(self, factor: &'static str) -> Self {
        Self {
            strong: true,
            factor: Some(factor),
            ..self
        }
    }
}

/// Checks address and password and starts a session, or asks for the second factor. Does the same work for unknown
/// addresses.
pub async fn sign_in(
    desk: &Desk,
    origin: &Origin,
    email: &str,
    password: &str,
    device: &str,
) -> Result<SignedIn, SignInError> {
    let proved = check_password(desk, origin, email, password).await?;
    let_in(desk, origin, proved, None, device).await
}

/// Lets somebody in whose password was right, to the tenant or the one joined first; or asks for the second factor that the
/// account has.
pub(crate) async fn let_in(
    desk: &Desk,
    origin: &Origin,
    proved: Proved,
    tenant: Option<TenantId>,
    device: &str,
) -> Result<SignedIn, SignInError> {
    let permit = front_door(origin)?;
    let mut tx = desk.read(&permit).await?;
    let has_factor = sql::has_factor(&mut tx, proved.user).await?;
    drop(tx);
    if has_factor {
        let mut tx = desk.open(&permit).await?;
        let (user, at) = (proved.user, proved.at);
        let identity = proved.identity.map(|(identity, _)| identity);
        let asked = Asked::Factor {
            at,
            tenant,
            identity,
        };
        let asked = challenges::ask(&mut tx, Some(user), &asked).await?;
        let key = keys::of(&mut tx, user.uuid()).await?;
        // Somebody else may know the password: its owner sees that it was given.
        tx.commit(Change::new("user.factor_asked", user, user.uuid(), &key))
            .await?;
        return Ok(SignedIn::Factor(asked));
    }
    let session = start_session(desk, origin, proved, tenant, device).await?;
    Ok(SignedIn::In(session))
}

/// Checks address and password, with all that slows down guessing.
pub(crate) async fn check_password(
    desk: &Desk,
    origin: &Origin,
    email: &str,
    password: &str,
) -> Result<Proved, SignInError> {
    let permit = front_door(origin)?;
    let at = desk.now();
    let mut tx = desk.read(&permit).await?;
    let index = index_of(&tx, email);
    let account = sql::account_by_email(&mut tx, &index).await?;
    drop(tx);
    attempts::begin(desk, &permit, &index).await?;
    let id = account.as_ref().map_or(Uuid::nil(), |account| account.id);
    let hash = account.map(|account| account.password_hash);
    let user = UserId::from_uuid(id);
    if password::fits(password.to_owned(), hash).await {
        attempts::forgive(desk, &permit, &index).await?;
        return Ok(Proved::by_password(user, at));
    }
    // Of whom is told for known and unknown addresses alike: by the id of an account, or none.
    Err(refuse(desk.open(&permit).await?, user).await)
}

/// Refuses, and has the log tell of it.
pub(super) async fn refuse(mut tx: TenantTx, user: UserId) -> SignInError {
    let own = tx.tenant().uuid();
    let noted = async {
        let key = keys::own(&mut tx).await?;
        tx.commit(Change::new("user.sign_in_failed", user, own, &key))
            .await
    };
    match noted.await {
        Ok(()) => SignInError::Refused,
        Err(failure) => failure.into(),
    }
}

/// Starts a session in the tenant, or in the one that the account joined first. The log of the tenant tells of it.
pub(super) async fn start_session(
    desk: &Desk,
    origin: &Origin,
    proved: Proved,
    tenant: Option<TenantId>,
    device: &str,
) -> Result<Token, SignInError> {
    let user = proved.user;
    let mut tx = desk.read(&front_door(origin)?).await?;
    let grant = match tenant {
        Some(tenant) => {
            let seat = seat_of(&mut tx, user, tenant).await?;
            seat.map(|seat| (tenant, seat))
        }
        None => seats_of(&mut tx, user).await?.first().copied(),
    };
    drop(tx);
    let (tenant, seat) = grant.ok_or(SignInError::Refused)?;
    let permit: Permit<act::ManageOwnAccount> = own_door(tenant, user, seat, origin)?;
    if let Some((identity, came_at)) = &proved.identity {
        tie(desk.open(&permit).await?, user, identity, *came_at).await?;
    }
    let token = Token::make(desk.settings().environment);
    let mut tx = desk.open(&permit).await?;
    let key = keys::own(&mut tx).await?;
    let sealed = Device(device.to_owned()).seal(&key, &token.hash());
    let factor_at = proved.strong.then(|| tx.now());
    let created_at = proved.since.unwrap_or_else(|| tx.now());
    let new = sql::NewSession {
        token_hash: &token.hash(),
        user,
        sealed,
        proved_at: proved.at,
        factor_at,
        created_at,
    };
    sql::add_session(&mut tx, new).await?;
    let factor = proved
        .factor
        .map(|factor| FieldChange::new("factor", "", factor));
    let action = if proved.is_by_provider(created_at) {
        "user.signed_in_by_provider"
    } else {
        "user.signed_in"
    };
    let change = Change::new(action, user, tenant.uuid(), &key);
    tx.commit(change.with(factor.into_iter().collect())).await?;
    Ok(token)
}
