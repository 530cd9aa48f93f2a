//! Looking up one guest.

use domain::{access::act, guests::Guest, ids::GuestId};

use super::sql;
use crate::{Failure, access::Permit, desk::Desk};

/// A guest; [`Failure::NotFound`] for one of another tenant as for none.
pub async fn load(
    desk: &Desk,
    permit: &Permit<act::SeeGuests>,
    id: GuestId,
) -> Result<Guest, Failure> {
    let mut tx = desk.read(permit).await?;
    Ok(sql::load(&mut tx, id).await?.0)
}
