//! Looking at the picture.

use domain::{access::act, events::Stage, ids::EventId};
use vault::Sealed;

use super::{CoverFile, place, sql};
use crate::{
    Failure,
    access::Permit,
    desk::{Desk, TenantTx},
    events,
};

/// The picture of an event as a JPEG file, for whoever works at it. [`Failure::NotFound`] when there is none.
pub async fn load(
    desk: &Desk,
    permit: &Permit<act::SeeEvents>,
    event: EventId,
    small: bool,
) -> Result<Vec<u8>, Failure> {
    let mut tx = desk.read(permit).await?;
    let (event, key) = events::sql::load(&mut tx, event).await?;
    open(&mut tx, event.id, &key, small).await
}

/// Likewise for everybody; a draft is found by nobody.
pub async fn load_public(
    desk: &Desk,
    permit: &Permit<act::SeePublicEvent>,
    event: EventId,
    small: bool,
) -> Result<Vec<u8>, Failure> {
    let mut tx = desk.glance(permit).await?;
    let (event, key) = events::sql::load(&mut tx, event).await?;
    if event.stage(tx.now()) == Stage::Draft {
        return Err(Failure::NotFound);
    }
    open(&mut tx, event.id, &key, small).await
}

async fn open(
    tx: &mut TenantTx,
    event: EventId,
    key: &vault::PersonKey,
    small: bool,
) -> Result<Vec<u8>, Failure> {
    let sealed = sql::load(tx, event).await?.ok_or(Failure::NotFound)?;
    let file: CoverFile = key.open(place(event), &Sealed::from_bytes(sealed))?;
    Ok(if small { file.small } else { file.large })
}
