//! Objecting.

use domain::access::act;

use super::{Recipient, commit, sql};
use crate::{Failure, access::Permit, desk::Desk};

/// Notes that an address gets no mailings any more; twice is once. Those that wait are dropped when their turn comes.
pub async fn object(
    desk: &Desk,
    permit: &Permit<act::ObjectToMailings>,
    recipient: &Recipient,
) -> Result<(), Failure> {
    let mut tx = desk.open(permit).await?;
    if !sql::add(&mut tx, recipient).await? {
        return Ok(());
    }
    commit(tx, recipient, "person.objected").await
}
