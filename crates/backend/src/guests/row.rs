//! From rows to guests and back.

use domain::{
    Instant,
    guests::{Guest, GuestFile},
    ids::{EventId, GuestId, PersonId},
    people::EmailAddress,
};
use uuid::Uuid;
use vault::{PersonKey, Place, Sealed};

use crate::{
    Failure,
    desk::{FieldChange, TenantTx},
    keys,
};

#[derive(sqlx::FromRow)]
pub(crate) struct GuestRow {
    pub(crate) id: Uuid,
    pub(crate) event_id: Uuid,
    pub(crate) person_id: Uuid,
    pub(crate) sealed: Vec<u8>,
    pub(crate) wrapped: Vec<u8>,
    pub(crate) companions_max: Option<i64>,
    pub(crate) places: i64,
    pub(crate) listed_at: i64,
    pub(crate) invited_at: Option<i64>,
    pub(crate) accepted_at: Option<i64>,
    pub(crate) declined_at: Option<i64>,
    pub(crate) cancelled_at: Option<i64>,
    pub(crate) maybe_at: Option<i64>,
    pub(crate) requested_at: Option<i64>,
    pub(crate) refused_at: Option<i64>,
    pub(crate) held_until: Option<i64>,
    pub(crate) waiting_since: Option<i64>,
    pub(crate) offered_until: Option<i64>,
}

pub(crate) fn place(guest: GuestId) -> Place {
    Place::row("guests", guest.bytes())
}

fn count(number: i64) -> Result<u32, Failure> {
    u32::try_from(number).map_err(|_| Failure::Damaged("guests.places"))
}

/// Opens a row; returns the guest and the person's key.
pub(crate) async fn open(tx: &mut TenantTx, row: GuestRow) -> Result<(Guest, PersonKey), Failure> {
    let id = GuestId::from_uuid(row.id);
    let key = keys::unwrap(tx, row.person_id, &row.wrapped).await?;
    let file: GuestFile = key.open(place(id), &Sealed::from_bytes(row.sealed))?;
    let guest = Guest {
        id,
        event: EventId::from_uuid(row.event_id),
        person: PersonId::from_uuid(row.person_id),
        file,
        companions_max: row.companions_max.map(count).transpose()?,
        places: count(row.places)?,
        listed_at: Instant(row.listed_at),
        invited_at: row.invited_at.map(Instant),
        accepted_at: row.accepted_at.map(Instant),
        declined_at: row.declined_at.map(Instant),
        cancelled_at: row.cancelled_at.map(Instant),
        maybe_at: row.maybe_at.map(Instant),
        requested_at: row.requested_at.map(Instant),
        refused_at: row.refused_at.map(Instant),
        held_until: row.held_until.map(Instant),
        waiting_since: row.waiting_since.map(Instant),
        offered_until: row.offered_until.map(Instant),
    };
    Ok((guest, key))
}

/// The filled fields of a new guest, for the log.
pub(crate) fn fields_of(file: &GuestFile) -> Vec<FieldChange> {
    let empty = GuestFile::default();
    changes_of(&empty, file)
}

/// The fields in which two versions of a guest's file differ, for the log.
pub(crate) fn changes_of(before: &GuestFile, after: &GuestFile) -> Vec<FieldChange> {
    values_of(before)
        .into_iter()
        .zip(values_of(after))
        .filter(|((_, before), (_, after))| before != after)
        .map(|((field, before), (_, after))| FieldChange::new(field, before, after))
        .collect()
}

fn values_of(file: &GuestFile) -> [(&'static str, String); 12] {
    let details = &file.details;
    [
        (
            "salutation",
            details.salutation.code().replace("neutral", ""),
        ),
        ("honorific-prefix", details.title_before.clone()),
        ("given-name", details.given_name.clone()),
        ("family-name", details.family_name.clone()),
        ("honorific-suffix", details.title_after.clone()),
        (
            "email",
            details
                .email
                .as_ref()
                .map_or("", EmailAddress::as_str)
                .to_owned(),
        ),
        ("tel", details.phone.clone()),
        ("organization", details.company.clone()),
        ("organization-title", details.position.clone()),
        (
            "language",
            details.language.map_or("", domain::Locale::tag).to_owned(),
        ),
        ("companions", file.answers.companions.join(", ")),
        ("message", file.answers.message.clone()),
    ]
}
