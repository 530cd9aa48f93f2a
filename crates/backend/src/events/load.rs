//! Looking up one event.

use domain::{
    access::act,
    events::{Event, Stage},
    ids::EventId,
};

use super::{Figures, sql};
use crate::{Failure, access::Permit, desk::Desk, tenants};

/// An event with its figures; [`Failure::NotFound`] for an event of another tenant as for none.
pub async fn load(
    desk: &Desk,
    permit: &Permit<act::SeeEvents>,
    id: EventId,
) -> Result<(Event, Figures), Failure> {
    let mut tx = desk.read(permit).await?;
    let (event, _) = sql::load(&mut tx, id).await?;
    let figures = sql::figures(&mut tx, id).await?;
    Ok((event, figures))
}

/// An event as everybody may see it, and the organiser's name. A draft is found by nobody.
pub async fn load_public(
    desk: &Desk,
    permit: &Permit<act::SeePublicEvent>,
    id: EventId,
) -> Result<(Event, String), Failure> {
    let mut tx = desk.read(permit).await?;
    let (event, _) = sql::load(&mut tx, id).await?;
    if event.stage(tx.now()) == Stage::Draft {
        return Err(Failure::NotFound);
    }
    let organiser = tenants::profile(&mut tx).await?.name;
    Ok((event, organiser))
}
