//! Taking an objection back.

use domain::{access::act, ids::GuestId};

use super::sql;
use crate::{
    Failure,
    access::Permit,
    desk::{Change, Desk},
    guests,
};

/// Lets the address of a guest get mailings again; twice is once.
pub async fn allow(
    desk: &Desk,
    permit: &Permit<act::ObjectToMailings>,
    guest: GuestId,
) -> Result<(), Failure> {
    permit.must_be_of(guest)?;
    let mut tx = desk.open(permit).await?;
    let (own, key) = guests::sql::load(&mut tx, guest).await?;
    if !sql::remove(&mut tx, own.person).await? {
        return Ok(());
    }
    let change = Change::new("person.objection_ended", guest, own.person.uuid(), &key)
        .of_event(own.event)
        .of_guest(guest);
    tx.commit(change).await
}
