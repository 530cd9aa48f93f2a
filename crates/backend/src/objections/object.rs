//! Objecting.

use domain::{access::act, ids::GuestId};

use super::sql;
use crate::{
    Failure,
    access::Permit,
    desk::{Change, Desk},
    guests,
};

/// Notes that the address of a guest gets no mailings any more, and takes back those that wait; twice is once.
/// [`Failure::NotFound`] for a guest without an address.
pub async fn object(
    desk: &Desk,
    permit: &Permit<act::ObjectToMailings>,
    guest: GuestId,
) -> Result<(), Failure> {
    permit.must_be_of(guest)?;
    let mut tx = desk.open(permit).await?;
    let (own, key) = guests::sql::load(&mut tx, guest).await?;
    if own.file.details.email.is_none() {
        return Err(Failure::NotFound);
    }
    if !sql::add(&mut tx, own.person).await? {
        return Ok(());
    }
    sql::take_back_waiting(&mut tx, own.person).await?;
    let change = Change::new("person.objected", guest, own.person.uuid(), &key)
        .of_event(own.event)
        .of_guest(guest);
    tx.commit(change).await
}
