//! Looking up one event.

use domain::{
    access::act,
    events::{Event, Stage},
    ids::EventId,
};

use super::{Figures, sql};
use crate::{Failure, access::Permit, desk::Desk};

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

/// Whether an event is there for who plans it; [`Failure::NotFound`] if not.
pub async fn must_be_there(
    desk: &Desk,
    permit: &Permit<act::PlanEvents>,
    id: EventId,
) -> Result<(), Failure> {
    let mut tx = desk.read(permit).await?;
    sql::load(&mut tx, id).await?;
    Ok(())
}

/// An event as everybody may see it, and the organiser's name. A draft is found by nobody.
pub async fn load_public(
    desk: &Desk,
    permit: &Permit<act::SeePublicEvent>,
    id: EventId,
) -> Result<(Event, String), Failure> {
    // Whoever has no key sees nothing, not even what was seen before.
    desk.tenant_keys(permit.who.tenant()).await?;
    let (of, now) = ((permit.who.tenant(), id), desk.now());
    let writes = desk.store.writes();
    let seen = writes.and_then(|writes| desk.seen.get(of, writes, now));
    let (event, organiser) = if let Some(seen) = seen {
        seen
    } else {
        let mut tx = desk.glance(permit).await?;
        let (event, profile) = sql::load_with_organiser(&mut tx, id).await?;
        if let Some(writes) = writes {
            let read = (event.clone(), profile.name.clone());
            desk.seen.keep(of, writes, now, read);
        }
        (event, profile.name)
    };
    if event.stage(now) == Stage::Draft {
        return Err(Failure::NotFound);
    }
    Ok((event, organiser))
}
