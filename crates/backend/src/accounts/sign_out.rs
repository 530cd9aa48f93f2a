//! Signing out.

use domain::ids::UserId;

use super::{SessionToken, front_door, sql};
use crate::{
    Failure,
    access::Origin,
    desk::{Change, Desk},
    keys,
};

/// Ends a session; an unknown one is over already.
pub async fn sign_out(desk: &Desk, origin: &Origin, token: &str) -> Result<(), Failure> {
    let Ok(token) = token.parse::<SessionToken>() else {
        return Ok(());
    };
    let mut tx = desk.open(&front_door(origin)?).await?;
    let Some(row) = sql::session(&mut tx.connection, &token.hash()).await? else {
        return Ok(());
    };
    let user = UserId::from_uuid(row.user_id);
    if !sql::end_session(&mut tx, &token.hash()).await? {
        return Ok(());
    }
    let key = keys::of(&mut tx, user.uuid()).await?;
    tx.commit(Change::new("user.signed_out", user, user.uuid(), &key))
        .await
}
