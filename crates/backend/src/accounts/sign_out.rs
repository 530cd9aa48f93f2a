//! Signing out.

use domain::{
    access::act,
    ids::{TenantId, UserId},
};

use super::{Token, front_door, own_door, seat::seat_of, sql};
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
    let permit: Permit<act::ManageOwnAccount> = own_door(tenant, user, seat, origin)?;
    let mut tx = desk.open(&permit).await?;
    if !sql::end_session(&mut tx, &token.hash()).await? {
        return Ok(());
    }
    let key = keys::own(&mut tx).await?;
    tx.commit(Change::new("user.signed_out", user, tenant.uuid(), &key))
        .await
}
