//! Making guests of a list.

use domain::{
    access::act,
    guests::GuestFile,
    ids::{EventId, GuestId, ImportId},
    imports::{CheckedRow, Verdict},
};

use super::{preview, sql};
use crate::{
    Failure,
    access::Permit,
    desk::{Change, Desk, FieldChange, TenantTx},
    events,
    guests::{self, sql::NewGuestRow},
    keys,
};

/// Why a list is not taken over.
#[derive(Debug, thiserror::Error)]
pub enum ConfirmError {
    /// No row is good.
    #[error("no row is good")]
    Nothing,
    /// Something else failed.
    #[error(transparent)]
    Failure(#[from] Failure),
}

/// Progress is told after this many guests.
const STEP: u32 = 100;

/// Puts the good rows on the guest list: all of them or, when anything fails, none. Confirmed twice is confirmed once.
pub async fn confirm(
    desk: &Desk,
    permit: &Permit<act::EditGuests>,
    event: EventId,
    import: ImportId,
) -> Result<u32, ConfirmError> {
    let mut tx = desk.open(permit).await?;
    let Some(state) = sql::state_for_change(&mut tx, event, import).await? else {
        return Err(Failure::NotFound.into());
    };
    if state.confirmed_at.is_some() {
        return Ok(u32::try_from(state.added).unwrap_or(0));
    }
    let draft = preview::load(&mut tx, event, import).await?;
    let list = preview::check(&mut tx, event, draft).await?;
    let total = count(list.good());
    if total == 0 {
        return Err(ConfirmError::Nothing);
    }
    // Asked once: lists are long, and few events have registrations that wait.
    let makes_way = guests::people::any_held(&mut tx, event).await?;
    let running = desk.progress.begin(import.uuid(), total);
    let good = list
        .rows
        .into_iter()
        .filter(|row| row.verdict == Verdict::Good);
    for (done, row) in (1..).zip(good) {
        add(&mut tx, event, import, row, makes_way).await?;
        if done % STEP == 0 || done == total {
            running.done(done);
        }
    }
    sql::set_confirmed(&mut tx, import, total).await?;
    let (_, key) = events::sql::load(&mut tx, event).await?;
    let change = Change::new("import.confirmed", import, event.uuid(), &key)
        .of_event(event)
        .with(vec![FieldChange::new("guests", "", total.to_string())]);
    let noted = tx.note(change).await?;
    keys::destroy(&mut tx, import.uuid(), Some(noted.entry())).await?;
    tx.commit_noted(noted).await?;
    Ok(total)
}

fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

async fn add(
    tx: &mut TenantTx,
    event: EventId,
    import: ImportId,
    row: CheckedRow,
    makes_way: bool,
) -> Result<(), Failure> {
    if let Some(email) = &row.details.email
        && makes_way
    {
        guests::make_way(tx, event, email).await?;
    }
    let (person, key) = guests::find_or_make_person(tx, &row.details).await?;
    let id = GuestId::from_uuid(tx.make_uuid());
    let file = GuestFile {
        details: row.details,
        ..GuestFile::default()
    };
    let new = NewGuestRow {
        id,
        event,
        person,
        import: Some(import),
        sealed: key.seal(guests::place(id), &file).into_bytes(),
        companions_max: row.companions_max,
        places: 0,
        request_key: None,
        accepted_at: None,
        requested_at: None,
        held_until: None,
        waiting_since: None,
        places_wanted: None,
    };
    guests::sql::add(tx, new).await?;
    let change = Change::new("guest.imported", id, person.uuid(), &key)
        .of_event(event)
        .of_guest(id)
        .with(guests::fields_of(&file));
    let _noted = tx.note(change).await?;
    Ok(())
}
