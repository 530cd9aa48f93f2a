//! The picture on top of an event's page.

mod load;
mod put;
mod remove;
mod sql;

use domain::ids::EventId;
use serde::{Deserialize, Serialize};
use vault::{PersonKey, Place, Sealed};

pub use load::{load, load_public};
pub use put::{CoverError, put};
pub use remove::remove;

use crate::{Failure, desk::TenantTx};

/// The picture as it is kept.
#[derive(Serialize, Deserialize)]
struct CoverFile {
    large: Vec<u8>,
    small: Vec<u8>,
}

fn place(event: EventId) -> Place {
    Place::row("covers", event.bytes())
}

/// Gives another event the picture of one.
pub(crate) async fn copy(
    tx: &mut TenantTx,
    (from, from_key): (EventId, &PersonKey),
    (to, to_key): (EventId, &PersonKey),
) -> Result<(), Failure> {
    if let Some(sealed) = sql::load(tx, from).await? {
        let file: CoverFile = from_key.open(place(from), &Sealed::from_bytes(sealed))?;
        sql::put(tx, to, to_key.seal(place(to), &file).into_bytes()).await?;
    }
    Ok(())
}
