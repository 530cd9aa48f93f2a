//! Taking a guest off the list for good.

use domain::ids::{EventId, GuestId, PersonId};
use vault::PersonKey;

use super::{people, sql};
use crate::{
    Failure,
    desk::{Change, Noted, TenantTx},
    events, keys, mails, replies, routing, tags, workshops,
};

/// Removes a guest with mails and links and, unless the person is a guest elsewhere, the person and its key: what the
/// log and old backups of the rows still hold of it cannot be read any more.
pub(crate) async fn remove(
    tx: &mut TenantTx,
    action: &'static str,
    event: EventId,
    event_key: &PersonKey,
    guest: GuestId,
    person: PersonId,
) -> Result<Noted, Failure> {
    let change = Change::new(action, guest, event.uuid(), event_key)
        .of_event(event)
        .of_guest(guest);
    let noted = tx.note(change).await?;
    remove_rows(tx, guest, &noted).await?;
    if people::remove_person_if_unused(tx, person).await? {
        keys::destroy(tx, person.uuid(), Some(noted.entry())).await?;
    }
    Ok(noted)
}

/// Removes a person from every list, each with an entry, and gives the places back; false when there is no such person.
/// The key is the caller's to destroy.
pub(crate) async fn remove_person(tx: &mut TenantTx, person: PersonId) -> Result<bool, Failure> {
    // Whoever puts the same person on another list meanwhile waits, and then finds nobody.
    people::lock(tx, person).await?;
    for (guest, event, places) in people::of_person(tx, person).await? {
        let (_, event_key) = events::sql::load(tx, event).await?;
        if places > 0 {
            events::sql::take_places(tx, event, -places).await?;
        }
        let change = Change::new("guest.erased", guest, event.uuid(), &event_key)
            .of_event(event)
            .of_guest(guest);
        let noted = tx.note(change).await?;
        remove_rows(tx, guest, &noted).await?;
    }
    people::remove_person_if_unused(tx, person).await
}

async fn remove_rows(tx: &mut TenantTx, guest: GuestId, noted: &Noted) -> Result<(), Failure> {
    replies::forget(tx, guest, noted.entry()).await?;
    tags::sql::remove_of_guest(tx, guest).await?;
    workshops::sql::remove_of_guest(tx, guest).await?;
    routing::sql::remove_links(tx, guest).await?;
    mails::sql::remove_of_guest(tx, guest).await?;
    sql::remove(tx, guest).await
}
