//! Replies of special categories: kept apart from the guest, under keys of their own, and not as long.

mod forget;
mod keep;
mod sql;

pub(crate) use forget::{forget, forget_due};
pub(crate) use keep::{Special, keep, load};
pub(crate) use sql::events_due;

use std::collections::HashMap;

use domain::{
    ids::{EventId, GuestId},
    questions::Reply,
};
use uuid::Uuid;
use vault::{PersonKey, Place, Sealed};

use crate::{Failure, desk::TenantTx, keys};

fn place(guest: GuestId) -> Place {
    Place::row("special_replies", guest.bytes())
}

/// Opens a row; returns the replies and their key.
async fn open(tx: &mut TenantTx, row: sql::SpecialRow) -> Result<(Vec<Reply>, PersonKey), Failure> {
    let key = keys::unwrap(tx, row.key_id, &row.wrapped).await?;
    let guest = GuestId::from_uuid(row.guest_id);
    let replies = key.open(place(guest), &Sealed::from_bytes(row.sealed))?;
    Ok((replies, key))
}

/// The replies of an event's guests behind the one and up to the other, by guest.
pub(crate) async fn of_batch(
    tx: &mut TenantTx,
    event: EventId,
    after: Option<GuestId>,
    until: Uuid,
) -> Result<HashMap<Uuid, Vec<Reply>>, Failure> {
    let after = after.map_or(Uuid::nil(), GuestId::uuid);
    let mut found = HashMap::new();
    for row in sql::of_range(tx, event, after, until).await? {
        let guest = row.guest_id;
        found.insert(guest, open(tx, row).await?.0);
    }
    Ok(found)
}
