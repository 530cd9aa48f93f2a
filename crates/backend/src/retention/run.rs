//! One round of deletion.

use domain::{
    Instant,
    access::act,
    guests::Guest,
    ids::{EventId, TenantId},
};

use crate::{
    Failure,
    access::{Permit, as_system},
    accounts,
    desk::{Change, Desk},
    events, guests, imports, keys, replies, tags, team,
};

/// How much was deleted.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Deleted {
    /// Guests.
    pub guests: u32,
    /// Registrations that nobody confirmed in time.
    pub lapsed: u32,
    /// Guests of whom only the replies of special categories were deleted.
    pub special: u32,
    /// Uploaded lists that nobody confirmed.
    pub uploads: u32,
    /// Invitations to teams that nobody used in time.
    pub invitations: u32,
}

/// Guests deleted in one transaction.
const BATCH: i64 = 200;
/// An uploaded list that is not confirmed is kept this long.
pub(crate) const UPLOAD_MS: i64 = Instant::DAY_MS;

/// Deletes what is due in one tenant. Can be run at any time, again and again.
pub async fn run(desk: &Desk, tenant: TenantId) -> Result<Deleted, Failure> {
    let permit: Permit<act::DeleteExpired> = as_system(tenant, "retention")?;
    let mut deleted = Deleted::default();
    let mut tx = desk.read(&permit).await?;
    let events = events::sql::due_for_deletion(&mut tx).await?;
    drop(tx);
    for event in events {
        loop {
            let batch = delete_guests(desk, &permit, event).await?;
            deleted.guests += batch;
            if batch == 0 {
                break;
            }
        }
    }
    deleted.lapsed = forget_lapsed(desk, &permit).await?;
    deleted.special = forget_special(desk, &permit).await?;
    deleted.uploads = forget_uploads(desk, &permit).await?;
    tags::tidy(desk, &permit).await?;
    deleted.invitations = team::forget_expired(desk, tenant).await?;
    if tenant == TenantId::PLATFORM {
        accounts::tidy(desk).await?;
    }
    Ok(deleted)
}

/// Deletes a batch of an event's guests; returns how many.
async fn delete_guests(
    desk: &Desk,
    permit: &Permit<act::DeleteExpired>,
    event: EventId,
) -> Result<u32, Failure> {
    let mut tx = desk.open(permit).await?;
    let (_, key) = events::sql::load(&mut tx, event).await?;
    let mut noted = None;
    let mut count = 0;
    for (guest, person) in guests::sql::some_of_event(&mut tx, event, BATCH).await? {
        noted = Some(guests::remove(&mut tx, "guest.deleted", event, &key, guest, person).await?);
        count += 1;
    }
    if let Some(noted) = noted {
        tx.commit_noted(noted).await?;
    }
    Ok(count)
}

/// Deletes registrations that nobody confirmed in time; their places are free again.
async fn forget_lapsed(desk: &Desk, permit: &Permit<act::DeleteExpired>) -> Result<u32, Failure> {
    let mut count = 0;
    loop {
        let mut tx = desk.read(permit).await?;
        let lapsed = guests::people::lapsed(&mut tx, BATCH).await?;
        drop(tx);
        let before = count;
        for (guest, event) in lapsed {
            let tx = desk.open(permit).await?;
            let now = tx.now();
            let is_lapsed = |guest: &Guest| guest.held_until.is_some_and(|until| until <= now);
            match guests::take_off_as(tx, "guest.lapsed", event, guest, is_lapsed).await {
                Ok(true) => count += 1,
                // Confirmed or gone just now.
                Ok(false) | Err(Failure::NotFound) => {}
                Err(failure) => return Err(failure),
            }
        }
        if count == before {
            return Ok(count);
        }
    }
}

/// Deletes replies of special categories, which go sooner than the guests.
async fn forget_special(desk: &Desk, permit: &Permit<act::DeleteExpired>) -> Result<u32, Failure> {
    let mut tx = desk.read(permit).await?;
    let events = replies::events_due(&mut tx).await?;
    drop(tx);
    let mut count = 0;
    for event in events {
        loop {
            let mut tx = desk.open(permit).await?;
            let (_, key) = events::sql::load(&mut tx, event).await?;
            let (batch, noted) = replies::forget_due(&mut tx, event, &key, BATCH).await?;
            let Some(noted) = noted else { break };
            tx.commit_noted(noted).await?;
            count += batch;
        }
    }
    Ok(count)
}

async fn forget_uploads(desk: &Desk, permit: &Permit<act::DeleteExpired>) -> Result<u32, Failure> {
    let mut tx = desk.read(permit).await?;
    let before = tx.now().plus_ms(-UPLOAD_MS);
    let uploads = imports::sql::forgotten(&mut tx, before).await?;
    drop(tx);
    let mut count = 0;
    for (upload, event) in uploads {
        let mut tx = desk.open(permit).await?;
        let (_, key) = events::sql::load(&mut tx, event).await?;
        if !imports::sql::remove_forgotten(&mut tx, upload).await? {
            continue;
        }
        let change = Change::new("import.forgotten", upload, event.uuid(), &key).of_event(event);
        let noted = tx.note(change).await?;
        keys::destroy(&mut tx, upload.uuid(), Some(noted.entry())).await?;
        tx.commit_noted(noted).await?;
        count += 1;
    }
    Ok(count)
}
