//! Taking a guest off the list for good.

use domain::ids::{EventId, GuestId, PersonId};
use vault::PersonKey;

use super::{people, sql};
use crate::{
    Failure,
    desk::{Change, Noted, TenantTx},
    keys, mails, routing,
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
    routing::sql::revoke_links(tx, guest).await?;
    mails::sql::remove_of_guest(tx, guest).await?;
    sql::remove(tx, guest).await?;
    if people::remove_person_if_unused(tx, person).await? {
        keys::destroy(tx, person.uuid()).await?;
    }
    Ok(noted)
}
