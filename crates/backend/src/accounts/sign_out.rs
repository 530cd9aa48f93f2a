//! Signing out.

use domain::{
    access::act,
    ids::{TenantId, UserId},
};

use super::{Session, Token, front_door, own_door, seat::seat_of, sql};
use crate::{
    Failure,
    access::{Origin, Permit},
    desk::{Change, Desk},
    keys,
};

/// Ends a session; an unknown one is over already.
pub async fn sign_out(desk: &Desk, origin: &Origin, token: &str) -> Result<(), Failure> {
    let Ok(token) = Token::read(desk.settings().environment, token) else {
        return Ok(());
    };
    let mut tx = desk.read(&front_door(origin)?).await?;
    let Some(row) = sql::session(&mut tx.connection, &token.hash()).await? else {
        return Ok(());
    };
    let (user, tenant) = (
        UserId::from_uuid(row.user_id),
        TenantId::from_uuid(row.tenant_id),
    );
    let Some(seat) = seat_of(&mut tx, user, tenant).await? else {
        return Ok(());
    };
    drop(tx);
    let permit = own_door(tenant, user, seat, origin)?;
    end(desk, &permit, user, &token.hash()).await.map(drop)
}

/// Ends the session with which a browser came that has just begun another one: whoever signs in leaves nothing behind.
pub async fn leave(desk: &Desk, origin: &Origin, session: &Session) -> Result<(), Failure> {
    let permit = own_door(session.tenant, session.user, session.seat, origin)?;
    let ended = end(desk, &permit, session.user, &session.token_hash).await;
    ended.map(drop)
}

/// Ends a session; false when it is over already.
pub(super) async fn end(
    desk: &Desk,
    permit: &Permit<act::ManageOwnAccount>,
    user: UserId,
    token_hash: &[u8],
) -> Result<bool, Failure> {
    let mut tx = desk.open(permit).await?;
    if !sql::end_session(&mut tx, token_hash).await? {
        return Ok(false);
    }
    let (key, tenant) = (keys::own(&mut tx).await?, tx.tenant().uuid());
    tx.commit(Change::new("user.signed_out", user, tenant, &key))
        .await?;
    Ok(true)
}
