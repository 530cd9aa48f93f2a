//! What single sign-on needs of accounts.

use domain::{
    access::{Role, Seat},
    ids::{TenantId, UserId},
};
use serde::{Deserialize, Serialize};

use super::{
    Token,
    challenges::{self, Asked},
    front_door, index_of,
    seat::seats_of,
    sql,
};
use crate::{Failure, access::Origin, desk::Desk};

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
