//! What single sign-on needs of accounts.

use domain::{
    Instant,
    access::{Role, Seat},
    ids::{TenantId, UserId},
};
use serde::{Deserialize, Serialize};
use vault::{Place, Sealed};

use super::{
    Token,
    challenges::{self, Asked},
    front_door, index_of,
    seat::seats_of,
    sign_in::SignInError,
    sql,
};
use crate::{
    Failure,
    access::Origin,
    desk::{Change, Desk, TenantTx},
    keys,
};

/// What a browser was sent to a provider with.
#[derive(Serialize, Deserialize)]
pub(crate) struct SignOnAsked {
    pub(crate) tenant: TenantId,
    pub(crate) state: String,
    pub(crate) nonce: String,
    pub(crate) verifier: String,
    /// Where to go on.
    pub(crate) next: String,
}

/// Which of a provider's people an account is; sealed under the tenant's own key.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Identity {
    pub(crate) issuer: String,
    pub(crate) subject: String,
}

/// Whether an account may come by an identity: by the one to which it is tied, or by any while it is tied to none.
pub(crate) async fn may_come_by(
    tx: &mut TenantTx,
    user: UserId,
    identity: &Identity,
) -> Result<bool, Failure> {
    let Some(sealed) = sql::identity(tx, user).await? else {
        return Ok(true);
    };
    let tenant = tx.tenant().uuid();
    let key = keys::of(tx, tenant).await?;
    let known: Identity = key.open(place(user), &Sealed::from_bytes(sealed))?;
    Ok(known == *identity)
}

/// Ties an account to the identity by which it came, now that everything was proved that it proves itself with. Whoever
/// is tied to another one by then, or comes by a provider that was changed or removed meanwhile, begins anew.
pub(super) async fn tie(
    mut tx: TenantTx,
    user: UserId,
    identity: &Identity,
    came_at: Instant,
) -> Result<(), SignInError> {
    if !sql::provider_is_from_before(&mut tx, came_at).await? {
        return Err(SignInError::Over);
    }
    let key = keys::own(&mut tx).await?;
    let sealed = key.seal(place(user), identity).into_bytes();
    if sql::tie(&mut tx, user, sealed).await? {
        let tenant = tx.tenant().uuid();
        let change = Change::new("user.sign_on_linked", user, tenant, &key);
        return Ok(tx.commit(change).await?);
    }
    if may_come_by(&mut tx, user, identity).await? {
        return Ok(());
    }
    Err(SignInError::Over)
}

fn place(user: UserId) -> Place {
    Place::row("sign_on_links", user.bytes())
}

/// Keeps what a browser is sent with; the token is for the browser.
pub(crate) async fn ask_sign_on(
    desk: &Desk,
    origin: &Origin,
    asked: SignOnAsked,
) -> Result<Token, Failure> {
    let mut tx = desk.open(&front_door(origin)?).await?;
    let token = challenges::ask(&mut tx, None, &Asked::SignOn(asked)).await?;
    challenges::commit(tx).await?;
    Ok(token)
}

/// Takes back what the browser was sent with, once and with the same state; none for anything else.
pub(crate) async fn take_sign_on(
    desk: &Desk,
    origin: &Origin,
    token: &str,
    state: &str,
) -> Result<Option<SignOnAsked>, Failure> {
    let mut tx = desk.open(&front_door(origin)?).await?;
    let Some(challenge) = challenges::find(&mut tx, token).await? else {
        return Ok(None);
    };
    let is_first = challenges::close(&mut tx, &challenge).await?;
    challenges::commit(tx).await?;
    Ok(match challenge.asked {
        Asked::SignOn(asked) if is_first && asked.state == state => Some(asked),
        _ => None,
    })
}

/// The account with an address, if it has a role in the tenant and sits nowhere else: a provider that one tenant chose must
/// not open another one.
pub(crate) async fn member_by_email(
    desk: &Desk,
    origin: &Origin,
    tenant: TenantId,
    email: &str,
) -> Result<Option<(UserId, Role)>, Failure> {
    let mut tx = desk.read(&front_door(origin)?).await?;
    let index = index_of(&tx, email);
    let Some(account) = sql::account_by_email(&mut tx, &index).await? else {
        return Ok(None);
    };
    let user = UserId::from_uuid(account.id);
    Ok(match seats_of(&mut tx, user).await?[..] {
        [(only, Seat::Team(role))] if only == tenant => Some((user, role)),
        _ => None,
    })
}
