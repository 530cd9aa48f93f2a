//! Putting a guest on the list by hand.

use domain::{
    access::act,
    events::COMPANIONS_MAX,
    fields::{FieldError, Problem, optional_number},
    guests::GuestFile,
    ids::{EventId, GuestId},
    people::{Details, RawDetails},
};
use uuid::Uuid;

use super::{Way, fields_of, make_way, person::find_or_make_person, place, sql, sql::NewGuestRow};
use crate::{
    Failure,
    access::Permit,
    desk::{Change, Desk, FieldChange},
    events,
};

/// A guest as an organiser types it.
#[derive(Clone, Default)]
pub struct GuestInput {
    /// What is known of the person; an address is not needed.
    pub details: RawDetails,
    /// Companions this guest may bring; empty for as many as others.
    pub companions_max: String,
    /// Whether the guest has said yes already, to somebody or at the door.
    pub comes: bool,
    /// Random key of the form: sent twice, stored once.
    pub request_key: Uuid,
}

/// Why a guest is not added or changed.
#[derive(Debug, thiserror::Error)]
pub enum GuestError {
    /// Fields are wrong.
    #[error("fields are wrong")]
    Invalid(Vec<FieldError>),
    /// No place is left for somebody who comes.
    #[error("no place is left")]
    Full,
    /// Something else failed.
    #[error(transparent)]
    Failure(#[from] Failure),
}

impl GuestInput {
    pub(super) fn check(&self) -> Result<(Details, Option<u32>), GuestError> {
        let checked = Details::check(&self.details, false);
        let mut errors = checked.as_ref().err().cloned().unwrap_or_default();
        let companions_max = optional_number(
            "companions-max",
            &self.companions_max,
            0,
            COMPANIONS_MAX,
            &mut errors,
        );
        match checked {
            Ok(details) if errors.is_empty() => Ok((details, companions_max)),
            _ => Err(GuestError::Invalid(errors)),
        }
    }
}

/// An address that is on the list already.
pub(super) fn already_listed() -> GuestError {
    GuestError::Invalid(vec![FieldError::new("email", Problem::AlreadyListed)])
}

/// Puts a guest on the list, in place of a registration that was not confirmed; whoever comes takes a place. The same form sent twice gives the same guest.
pub async fn add(
    desk: &Desk,
    permit: &Permit<act::EditGuests>,
    event: EventId,
    input: &GuestInput,
) -> Result<GuestId, GuestError> {
    let (details, companions_max) = input.check()?;
    let mut tx = desk.open(permit).await?;
    // Locked: whoever puts the same address on the list waits.
    events::sql::load_for_change(&mut tx, event).await?;
    if let Some(guest) = sql::by_request(&mut tx, event, input.request_key).await? {
        return Ok(guest);
    }
    if let Some(email) = &details.email
        && make_way(&mut tx, event, email).await? == Way::Taken
    {
        return Err(already_listed());
    }
    if input.comes && !events::sql::take_places(&mut tx, event, 1).await? {
        return Err(GuestError::Full);
    }
    let (person, key) = find_or_make_person(&mut tx, &details).await?;
    let id = GuestId::from_uuid(tx.make_uuid());
    let file = GuestFile {
        details,
        ..GuestFile::default()
    };
    let new = NewGuestRow {
        id,
        event,
        person,
        import: None,
        sealed: key.seal(place(id), &file).into_bytes(),
        companions_max,
        places: u32::from(input.comes),
        request_key: Some(input.request_key),
        accepted_at: input.comes.then_some(tx.now()),
        requested_at: None,
        held_until: None,
        waiting_since: None,
        places_wanted: None,
    };
    sql::add(&mut tx, new).await?;
    let mut fields = fields_of(&file);
    if input.comes {
        fields.push(FieldChange::new("places", "0", "1"));
    }
    let change = Change::new("guest.added", id, person.uuid(), &key)
        .of_event(event)
        .of_guest(id)
        .with(fields);
    tx.commit(change).await?;
    Ok(id)
}
