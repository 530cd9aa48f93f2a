//! Having everything erased that is held about oneself.

use domain::{
    access::act,
    ids::{GuestId, PersonId},
};

use super::proof;
use crate::{Failure, access::Permit, desk::Desk, erasures, guests};

/// Erases the person whom this guest is, at every event of the tenant, as [`erasures::erase`] does; returns the former id.
/// [`Failure::NotFound`] for a proof that is none, or no longer.
pub async fn erase(
    desk: &Desk,
    permit: &Permit<act::EraseOwnData>,
    guest: GuestId,
    proof: &str,
) -> Result<PersonId, Failure> {
    permit.must_be_of(guest)?;
    let mut tx = desk.read(permit).await?;
    proof::must_be(&mut tx, guest, proof).await?;
    let (own, _) = guests::sql::load(&mut tx, guest).await?;
    drop(tx);
    let person = erasures::erase_as(desk, permit, own.event, guest).await?;
    desk.places_bell.notify_one();
    Ok(person)
}
