//! Taking an objection back.

use domain::access::act;

use super::{Recipient, commit, sql};
use crate::{Failure, access::Permit, desk::Desk};

/// Lets an address get mailings again; twice is once.
pub async fn allow(
    desk: &Desk,
    permit: &Permit<act::ObjectToMailings>,
    recipient: &Recipient,
) -> Result<(), Failure> {
    let mut tx = desk.open(permit).await?;
    if !sql::remove(&mut tx, recipient).await? {
        return Ok(());
    }
    commit(tx, recipient, "person.objection_ended").await
}
