//! Taking an import back.

use domain::{
    access::act,
    ids::{EventId, ImportId},
};

use super::sql;
use crate::{
    Failure,
    access::Permit,
    desk::{Change, Desk, FieldChange},
    events, guests,
};

/// Removes the guests of an import, with their keys where nothing else needs them. Guests who were invited or have
/// answered meanwhile stay. Returns how many went.
pub async fn undo(
    desk: &Desk,
    permit: &Permit<act::EditGuests>,
    event: EventId,
    import: ImportId,
) -> Result<u32, Failure> {
    let mut tx = desk.open(permit).await?;
    let state = sql::state_for_change(&mut tx, event, import)
        .await?
        .ok_or(Failure::NotFound)?;
    if state.confirmed_at.is_none() || state.undone_at.is_some() {
        return Ok(0);
    }
    let mut removed: u32 = 0;
    let (_, event_key) = events::sql::load(&mut tx, event).await?;
    for (guest, person) in guests::sql::untouched_of_import(&mut tx, import).await? {
        let _noted =
            guests::remove(&mut tx, "guest.removed", event, &event_key, guest, person).await?;
        removed += 1;
    }
    sql::set_undone(&mut tx, import).await?;
    let change = Change::new("import.undone", import, event.uuid(), &event_key)
        .of_event(event)
        .with(vec![FieldChange::new("guests", removed.to_string(), "")]);
    tx.commit(change).await?;
    Ok(removed)
}
