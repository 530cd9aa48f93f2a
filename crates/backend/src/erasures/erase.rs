//! Erasing a person.

use domain::{
    access::act,
    ids::{EventId, GuestId, PersonId},
};

use super::sql;
use crate::{
    Failure,
    access::Permit,
    audit,
    desk::{Change, Desk, FieldChange, TenantTx},
    guests, keys,
};

/// How much there is of a person.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Extent {
    /// Entries on guest lists, of whatever event.
    pub guests: u64,
    /// Mails in the outbox, sent or not.
    pub mails: u64,
    /// Personal links.
    pub links: u64,
}

/// What would be erased with this guest; [`Failure::NotFound`] for one of another tenant as for none.
pub async fn extent(
    desk: &Desk,
    permit: &Permit<act::ErasePeople>,
    event: EventId,
    guest: GuestId,
) -> Result<Extent, Failure> {
    let mut tx = desk.read(permit).await?;
    let person = person_of(&mut tx, event, guest).await?;
    sql::extent(&mut tx, person).await
}

/// Erases the person whom this guest is, from every event of the tenant: guest lists, mails, links, the blind index of
/// the address, and the key, so that what the log and backups of rows still hold cannot be read. Places are given back.
/// What stays is random ids, times and the names of changed fields. Returns the person's former id.
pub async fn erase(
    desk: &Desk,
    permit: &Permit<act::ErasePeople>,
    event: EventId,
    guest: GuestId,
) -> Result<PersonId, Failure> {
    erase_as(desk, permit, event, guest).await
}

/// Likewise, whoever wants it.
pub(crate) async fn erase_as<A>(
    desk: &Desk,
    permit: &Permit<A>,
    event: EventId,
    guest: GuestId,
) -> Result<PersonId, Failure> {
    let mut tx = desk.open(permit).await?;
    let person = person_of(&mut tx, event, guest).await?;
    // Counted when nobody can add anything any more.
    guests::people::lock(&mut tx, person).await?;
    let extent = sql::extent(&mut tx, person).await?;
    if !guests::remove_person(&mut tx, person).await? {
        return Err(Failure::NotFound);
    }
    let tenant = tx.tenant().uuid();
    let own_key = keys::own(&mut tx).await?;
    let change = Change::new("person.erased", person, tenant, &own_key).with(vec![
        FieldChange::new("guests", extent.guests.to_string(), ""),
        FieldChange::new("mails", extent.mails.to_string(), ""),
        FieldChange::new("links", extent.links.to_string(), ""),
    ]);
    let noted = tx.note(change).await?;
    keys::destroy(&mut tx, person.uuid(), Some(noted.entry())).await?;
    tx.commit_noted(noted).await?;
    follow_up(desk, permit).await;
    Ok(person)
}

/// What would happen within seconds anyway: the name leaves this process's memory and the entry gets its place in the
/// log. The person is erased whether or not it works.
async fn follow_up<A>(desk: &Desk, permit: &Permit<A>) {
    let forgotten = guests::forget_names(desk).await;
    let sequenced = audit::sequence(desk, permit.who().tenant()).await;
    for failure in [forgotten.err(), sequenced.err()].into_iter().flatten() {
        tracing::warn!(
            error = &failure as &dyn std::error::Error,
            "the erasure is done; what follows it comes later"
        );
    }
}

async fn person_of(tx: &mut TenantTx, event: EventId, guest: GuestId) -> Result<PersonId, Failure> {
    guests::people::person_of(tx, event, guest)
        .await?
        .ok_or(Failure::NotFound)
}
