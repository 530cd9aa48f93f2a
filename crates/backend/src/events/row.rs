//! From rows to events and back.

use domain::{
    Instant,
    events::{AnswerRules, Cover, Event, EventPage, EventText, Schedule},
    ids::EventId,
    questions::Questionnaire,
    workshops::Programme,
};
use serde::{Deserialize, Serialize};
use uuid::Uuid;
use vault::{PersonKey, Place, Sealed};

use crate::{Failure, desk::TenantTx, keys};

#[derive(sqlx::FromRow)]
pub(crate) struct EventRow {
    pub(crate) id: Uuid,
    pub(crate) slug: String,
    pub(crate) sealed: Vec<u8>,
    pub(crate) wrapped: Vec<u8>,
    pub(crate) starts_at: i64,
    pub(crate) ends_at: i64,
    pub(crate) zone: String,
    pub(crate) admission: String,
    pub(crate) capacity: Option<i64>,
    pub(crate) taken: i64,
    pub(crate) companions_max: i64,
    pub(crate) offer_hours: Option<i64>,
    pub(crate) by_approval: i64,
    pub(crate) maybe: i64,
    pub(crate) is_awaited: i64,
    pub(crate) answer_until: i64,
    pub(crate) delete_after: i64,
    pub(crate) created_at: i64,
    pub(crate) published_at: Option<i64>,
    pub(crate) closed_at: Option<i64>,
    pub(crate) cancelled_at: Option<i64>,
    pub(crate) opens_at: Option<i64>,
    pub(crate) moved_at: Option<i64>,
    pub(crate) archived_at: Option<i64>,
}

/// What of an event is sealed. New fields stand at its end.
#[derive(Default, Serialize, Deserialize)]
pub(crate) struct EventFile {
    pub(crate) text: EventText,
    pub(crate) page: EventPage,
    pub(crate) questions: Questionnaire,
    pub(crate) programme: Programme,
    pub(crate) cover: Option<Cover>,
}

impl EventFile {
    /// The file of an event as it is.
    pub(crate) fn of(event: &Event) -> Self {
        Self {
            text: event.text.clone(),
            page: event.page.clone(),
            questions: event.questions.clone(),
            programme: event.programme.clone(),
            cover: event.cover.clone(),
        }
    }

    /// Seals what people read about an event.
    pub(crate) fn seal(&self, key: &PersonKey, id: EventId) -> Vec<u8> {
        key.seal(place(id), self).into_bytes()
    }
}

pub(crate) fn place(event: EventId) -> Place {
    Place::row("events", event.bytes())
}

pub(crate) fn count(number: i64, column: &'static str) -> Result<u32, Failure> {
    u32::try_from(number).map_err(|_| Failure::Damaged(column))
}

/// Opens a row; returns the event and its key.
pub(crate) async fn open(tx: &mut TenantTx, row: EventRow) -> Result<(Event, PersonKey), Failure> {
    let id = EventId::from_uuid(row.id);
    let key = keys::unwrap(tx, row.id, &row.wrapped).await?;
    let file: EventFile = key.open(place(id), &Sealed::from_bytes(row.sealed))?;
    let event = Event {
        id,
        slug: row.slug,
        text: file.text,
        page: file.page,
        questions: file.questions,
        programme: file.programme,
        cover: file.cover,
        schedule: Schedule {
            starts_at: Instant(row.starts_at),
            ends_at: Instant(row.ends_at),
            zone: row.zone,
        },
        admission: row
            .admission
            .parse()
            .map_err(|_| Failure::Damaged("events.admission"))?,
        capacity: row
            .capacity
            .map(|capacity| count(capacity, "events.capacity"))
            .transpose()?,
        taken: count(row.taken, "events.taken")?,
        companions_max: count(row.companions_max, "events.companions_max")?,
        offer_hours: row
            .offer_hours
            .map(|hours| count(hours, "events.offer_hours"))
            .transpose()?,
        rules: AnswerRules {
            by_approval: row.by_approval > 0,
            maybe: row.maybe > 0,
        },
        is_awaited: row.is_awaited > 0,
        opens_at: row.opens_at.map(Instant),
        answer_until: Instant(row.answer_until),
        delete_after: Instant(row.delete_after),
        created_at: Instant(row.created_at),
        published_at: row.published_at.map(Instant),
        closed_at: row.closed_at.map(Instant),
        cancelled_at: row.cancelled_at.map(Instant),
        moved_at: row.moved_at.map(Instant),
        archived_at: row.archived_at.map(Instant),
    };
    Ok((event, key))
}
