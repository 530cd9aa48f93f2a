//! Tags: words by which an organiser sorts the guests of one event.

mod apply;
mod list;
mod put;
pub(crate) mod sql;
mod take;
mod tidy;

use domain::{
    ids::{EventId, TagId},
    tags::Tag,
};
use vault::{PersonKey, Place, Sealed};

pub use list::{TagLine, list, names_of};
pub(crate) use list::{name_within, names_within};
pub use put::{TagError, put};
pub use take::take;
pub(crate) use tidy::tidy;

use crate::{Failure, desk::TenantTx, events};

fn place(tag: TagId) -> Place {
    Place::row("tags", tag.bytes())
}

/// The tags of an event in the order in which they were made, and the event's key.
async fn of_event(tx: &mut TenantTx, event: EventId) -> Result<(Vec<Tag>, PersonKey), Failure> {
    let (_, key) = events::sql::load(tx, event).await?;
    let mut tags = Vec::new();
    for (id, sealed) in sql::of_event(tx, event).await? {
        let name = key.open(place(id), &Sealed::from_bytes(sealed))?;
        tags.push(Tag { id, name });
    }
    Ok((tags, key))
}
