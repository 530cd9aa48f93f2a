//! Replies of special categories: kept apart from the guest, under keys of their own, and not as long.

mod forget;
mod keep;
mod sql;

pub(crate) use forget::{forget, forget_due};
pub(crate) use keep::{Special, keep, load};
pub(crate) use sql::{events_due, of_range};

use domain::{ids::GuestId, questions::Reply};
use vault::{PersonKey, Place, Sealed};

use crate::{Failure, desk::TenantTx, keys};

fn place(guest: GuestId) -> Place {
    Place::row("special_replies", guest.bytes())
}

/// Opens a row; returns the replies and their key.
pub(crate) async fn open(
    tx: &mut TenantTx,
    row: sql::SpecialRow,
) -> Result<(Vec<Reply>, PersonKey), Failure> {
    let key = keys::unwrap(tx, row.key_id, &row.wrapped).await?;
    let guest = GuestId::from_uuid(row.guest_id);
    let replies = key.open(place(guest), &Sealed::from_bytes(row.sealed))?;
    Ok((replies, key))
}
