//! Ending the access of support before its time.

use domain::{access::act, ids::SupportGrantId};

use super::sql;
use crate::{
    Failure,
    access::Permit,
    accounts,
    desk::{Change, Desk},
    keys,
};

/// Ends it with its sessions, effective with the next request. One that is over stays as it is.
pub async fn end(
    desk: &Desk,
    permit: &Permit<act::GrantSupport>,
    id: SupportGrantId,
) -> Result<(), Failure> {
    let mut tx = desk.open(permit).await?;
    let user = sql::user_of(&mut tx, id).await?.ok_or(Failure::NotFound)?;
    if !sql::end(&mut tx, id).await? {
        return Ok(());
    }
    accounts::sql::end_sessions_in(&mut tx, user).await?;
    let key = keys::own(&mut tx).await?;
    let tenant = tx.tenant().uuid();
    tx.commit(Change::new("support.ended", id, tenant, &key))
        .await
}
