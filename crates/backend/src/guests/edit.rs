//! Changing what is known of a guest.

use domain::{
    access::act,
    fields::{FieldError, Problem},
    guests::{Guest, GuestFile},
    ids::{EventId, GuestId},
    people::Details,
};

use super::{
    add::{GuestError, GuestInput, already_listed},
    changes_of, people, place, sql,
};
use crate::{
    Failure,
    access::Permit,
    desk::{Change, Desk, FieldChange, TenantTx},
};

/// Changes what is known of a guest; nothing changed, nothing logged. Another address is the person's new address, at every event. One that
/// belongs to somebody else is refused.
pub async fn edit(
    desk: &Desk,
    permit: &Permit<act::EditGuests>,
    event: EventId,
    guest: GuestId,
    input: &GuestInput,
) -> Result<(), GuestError> {
    let (details, companions_max) = input.check()?;
    let mut tx = desk.open(permit).await?;
    let (before, key) = sql::load_for_change(&mut tx, guest).await?;
    tx.must_reach(before.event)?;
    if before.event != event {
        return Err(Failure::NotFound.into());
    }
    let moves = before.file.details.email != details.email;
    if moves {
        move_person(&mut tx, &before, &details).await?;
    }
    let file = GuestFile {
        details,
        answers: before.file.answers.clone(),
    };
    let mut fields = changes_of(&before.file, &file);
    if before.companions_max != companions_max {
        let text = |max: Option<u32>| max.map_or(String::new(), |max| max.to_string());
        let (from, to) = (text(before.companions_max), text(companions_max));
        fields.push(FieldChange::new("companions-max", from, to));
    }
    if fields.is_empty() {
        return Ok(());
    }
    let sealed = key.seal(place(guest), &file).into_bytes();
    people::set_file(&mut tx, guest, sealed, companions_max).await?;
    if moves {
        follow(&mut tx, &before, &file.details).await?;
    }
    let change = Change::new("guest.edited", guest, before.person.uuid(), &key)
        .of_event(event)
        .of_guest(guest)
        .with(fields);
    Ok(tx.commit(change).await?)
}

/// Gives the person another address, unless it is somebody else's.
async fn move_person(
    tx: &mut TenantTx,
    before: &Guest,
    details: &Details,
) -> Result<(), GuestError> {
    people::lock(tx, before.person).await?;
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

/// Writes the new address to the same person at other events.
async fn follow(tx: &mut TenantTx, before: &Guest, details: &Details) -> Result<(), Failure> {
    for (other, _, _) in people::of_person(tx, before.person).await? {
        if other == before.id {
            continue;
        }
        let (mut guest, key) = sql::load_for_change(tx, other).await?;
        let was = guest.file.clone();
        guest.file.details.email.clone_from(&details.email);
        let sealed = key.seal(place(other), &guest.file).into_bytes();
        people::set_file(tx, other, sealed, guest.companions_max).await?;
        let change = Change::new("guest.edited", other, guest.person.uuid(), &key)
            .of_event(guest.event)
            .of_guest(other)
            .with(changes_of(&was, &guest.file));
        let _noted = tx.note(change).await?;
    }
    Ok(())
}
