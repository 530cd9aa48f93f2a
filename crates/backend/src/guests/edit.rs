//! Changing what is known of a guest.

use domain::{
    access::act,
    fields::{FieldError, Problem},
    guests::{Guest, GuestFile, Standing},
    ids::{EventId, GuestId},
    people::Details,
};

use super::{
    add::{GuestError, GuestInput, already_listed},
    changes_of, people, place, sql,
};
use crate::{
    Failure,
    access::{Permit, Who},
    desk::{Change, Desk, FieldChange, TenantTx},
    mails, routing,
};

/// Changes what is known of a guest; nothing changed, nothing logged. Another address is the person's new address, at every event: mails that
/// wait and links that the old address got are void, and whoever has not answered can be invited again. An address that belongs to somebody
/// else is refused, and every change of it by somebody who works at single events. Returns those who come
/// or wait, confirmed or not, and need their new link.
pub async fn edit(
    desk: &Desk,
    permit: &Permit<act::EditGuests>,
    event: EventId,
    guest: GuestId,
    input: &GuestInput,
) -> Result<Vec<GuestId>, GuestError> {
    let (details, companions_max) = input.check()?;
    let mut tx = desk.open(permit).await?;
    tx.must_reach(event)?;
    let person = people::person_of(&mut tx, event, guest).await?;
    // The person first, then its guests, as wherever both are held.
    people::lock(&mut tx, person.ok_or(Failure::NotFound)?).await?;
    let (before, key) = sql::load_for_change(&mut tx, guest).await?;
    let moves = before.file.details.email != details.email;
    if moves {
        let invalid = |problem| GuestError::Invalid(vec![FieldError::new("email", problem)]);
        if matches!(permit.who(), Who::AtEvent(..)) {
            return Err(invalid(Problem::NotYours));
        }
        move_person(&mut tx, &before, &details).await?;
    }
    let file = GuestFile {
        details,
        ..before.file.clone()
    };
    let mut fields = changes_of(&before.file, &file);
    if before.companions_max != companions_max {
        let text = |max: Option<u32>| max.map_or(String::new(), |max| max.to_string());
        let (from, to) = (text(before.companions_max), text(companions_max));
        fields.push(FieldChange::new("companions-max", from, to));
    }
    if fields.is_empty() {
        return Ok(Vec::new());
    }
    let sealed = key.seal(place(guest), &file).into_bytes();
    people::set_file(&mut tx, guest, sealed, companions_max).await?;
    let coming = if moves {
        follow(&mut tx, &before, &file.details).await?
    } else {
        Vec::new()
    };
    let change = Change::new("guest.edited", guest, before.person.uuid(), &key)
        .of_event(event)
        .of_guest(guest)
        .with(fields);
    tx.commit(change).await?;
    Ok(coming)
}

/// Who comes, waits or has to decide needs the link even without an invitation.
const fn needs_link(standing: Standing) -> bool {
    use Standing::{Accepted, Lapsed, Maybe, Offered, Requested, Unconfirmed, Waiting};
    matches!(
        standing,
        Accepted | Unconfirmed | Maybe | Requested | Waiting | Offered | Lapsed
    )
}

/// Gives the person another address, unless it is somebody else's.
async fn move_person(
    tx: &mut TenantTx,
    before: &Guest,
    details: &Details,
) -> Result<(), GuestError> {
    let index = details
        .email
        .as_ref()
        .map(|email| tx.keys.blind_index("people.email", &email.normalised()));
    let index = index.as_ref().map(|index| index.as_bytes().as_slice());
    if let Some(index) = index {
        match people::person_by_email(tx, index).await? {
            Some(other) if other != before.person => {
                let listed = sql::by_email(tx, before.event, index).await?.is_some();
                let problem = FieldError::new("email", Problem::SomebodyElses);
                return Err(if listed {
                    already_listed()
                } else {
                    GuestError::Invalid(vec![problem])
                });
            }
            _ => {}
        }
    }
    if !people::set_email(tx, before.person, index).await? {
        let problem = FieldError::new("email", Problem::SomebodyElses);
        return Err(GuestError::Invalid(vec![problem]));
    }
    Ok(())
}

/// Writes the new address to the same person at other events, and makes what the old address got void, everywhere. Returns those who come.
async fn follow(
    tx: &mut TenantTx,
    before: &Guest,
    details: &Details,
) -> Result<Vec<GuestId>, Failure> {
    let mut coming = Vec::new();
    for (id, _, _) in people::of_person(tx, before.person).await? {
        let (mut guest, key) = sql::load_for_change(tx, id).await?;
        if needs_link(guest.standing()) {
            coming.push(id);
        }
        people::begin_anew(tx, id).await?;
        routing::sql::remove_links(tx, id).await?;
        mails::sql::remove_unsent_of_guest(tx, id).await?;
        if id == before.id {
            continue;
        }
        let was = guest.file.clone();
        guest.file.details.email.clone_from(&details.email);
        let sealed = key.seal(place(id), &guest.file).into_bytes();
        people::set_file(tx, id, sealed, guest.companions_max).await?;
        let change = Change::new("guest.edited", id, guest.person.uuid(), &key)
            .of_event(guest.event)
            .of_guest(id)
            .with(changes_of(&was, &guest.file));
        let _noted = tx.note(change).await?;
    }
    Ok(coming)
}
