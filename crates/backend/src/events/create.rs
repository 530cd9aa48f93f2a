//! Creating an event.

use super::{
    row::EventFile,
    sql,
    time::{optional_time, time},
};
use crate::{
    Failure,
    access::Permit,
    chance::make_bytes,
    covers,
    desk::{Change, Desk, FieldChange},
    keys, routing,
};
use domain::{
    Instant,
    access::act,
    events::{AnswerRules, AnswerTime, Event, EventPlan, EventText, RawPlaces, Schedule, slug_of},
    fields::{FieldError, Problem},
    ids::EventId,
};
use uuid::Uuid;

/// An event as it was typed.
#[derive(Clone, Default)]
pub struct PlanInput {
    /// Title, place and description.
    pub text: EventText,
    /// Start as `YYYY-MM-DDTHH:MM` in the zone.
    pub starts: String,
    /// End likewise.
    pub ends: String,
    /// IANA zone.
    pub zone: String,
    /// `open` or `invitation`.
    pub admission: String,
    /// Number of places; empty means no limit.
    pub capacity: String,
    /// Companions each guest may bring.
    pub companions: String,
    /// Hours for which somebody who waits is offered a place; empty means that nobody can wait.
    pub offer_hours: String,
    /// How can be answered.
    pub rules: AnswerRules,
    /// From when on can be answered, like `starts`; empty means as soon as it is published.
    pub opens: String,
    /// Until when can be answered, likewise; empty means until the start.
    pub answer_until: String,
    /// The event after which it is made: its page, its questions and its workshops are taken over.
    pub from: Option<EventId>,
    /// Random key of the form: sent twice, stored once.
    pub request_key: Uuid,
}

/// Why an event is not created or changed.
#[derive(Debug, thiserror::Error)]
pub enum PlanError {
    /// Fields are wrong.
    #[error("fields are wrong")]
    Invalid(Vec<FieldError>),
    /// Something else failed.
    #[error(transparent)]
    Failure(#[from] Failure),
}

impl PlanInput {
    /// Checks the plan. `now` is given for new events, which cannot lie in the past.
    pub(super) fn check(&self, now: Option<Instant>) -> Result<EventPlan, PlanError> {
        let mut errors = Vec::new();
        let starts_at = time("starts", &self.starts, &self.zone, &mut errors);
        let ends_at = time("ends", &self.ends, &self.zone, &mut errors);
        if let (Some(now), Some(starts_at)) = (now, starts_at)
            && starts_at <= now
        {
            errors.push(FieldError::new("starts", Problem::InThePast));
        }
        let schedule = match (starts_at, ends_at) {
            (Some(starts_at), Some(ends_at)) => Some(Schedule {
                starts_at,
                ends_at,
                zone: self.zone.clone(),
            }),
            _ => None,
        };
        let answers = AnswerTime {
            opens_at: optional_time("opens", &self.opens, &self.zone, &mut errors),
            until: optional_time("answer-until", &self.answer_until, &self.zone, &mut errors),
        };
        let places = RawPlaces {
            capacity: &self.capacity,
            companions: &self.companions,
            offer_hours: &self.offer_hours,
        };
        EventPlan::check(
            &self.text,
            schedule,
            answers,
            &self.admission,
            places,
            self.rules,
            errors,
        )
        .map_err(PlanError::Invalid)
    }
}

/// Creates an event as a draft. The same form sent twice gives the same event.
pub async fn create(
    desk: &Desk,
    permit: &Permit<act::CreateEvents>,
    input: &PlanInput,
) -> Result<EventId, PlanError> {
    let plan = input.check(Some(desk.now()))?;
    let mut tx = desk.open(permit).await?;
    if let Some(event) = sql::by_request(&mut tx, input.request_key).await? {
        return Ok(event);
    }
    let model = match input.from {
        Some(model) => Some(sql::load(&mut tx, model).await?),
        None => None,
    };
    let file = EventFile {
        text: plan.text.clone(),
        ..copied(&plan, model.as_ref().map(|(model, _)| model))
    };
    let id = EventId::from_uuid(tx.make_uuid());
    let key = keys::make(&mut tx, id.uuid()).await?;
    let sealed = file.seal(&key, id);
    let slug = format!("{}-{}", slug_of(&plan.text.title), ending());
    if !sql::add(&mut tx, id, &slug, sealed, &plan, input.request_key).await? {
        // The same form, sent at the same moment, was faster.
        let first = sql::by_request(&mut tx, input.request_key).await?;
        return Ok(first.ok_or(Failure::Damaged("events.request_key"))?);
    }
    if let Some((model, model_key)) = &model {
        covers::copy(&mut tx, (model.id, model_key), (id, &key)).await?;
    }
    routing::sql::add_address(&mut tx, &slug, id).await?;
    let change = Change::new("event.created", id, id.uuid(), &key)
        .of_event(id)
        .with(fields_of(&plan));
    tx.commit(change).await?;
    Ok(id)
}

/// What is taken over from the event after which another is made.
fn copied(plan: &EventPlan, model: Option<&Event>) -> EventFile {
    let Some(model) = model else {
        return EventFile::default();
    };
    let later = plan.schedule.starts_at.0 - model.schedule.starts_at.0;
    let mut programme = model.programme.for_another_event(later);
    // A shorter event has no time for all of them.
    let end = plan.schedule.ends_at;
    programme
        .workshops
        .retain(|workshop| workshop.ends_at <= end);
    EventFile {
        questions: model.questions.for_another_event(),
        programme,
        page: model.page.clone(),
        cover: model.cover.clone(),
        ..EventFile::default()
    }
}

/// A few letters that make the public address of an event its own and hard to guess.
fn ending() -> String {
    data_encoding::BASE32_NOPAD
        .encode(&make_bytes::<5>())
        .to_lowercase()
}

pub(super) fn fields_of(plan: &EventPlan) -> Vec<FieldChange> {
    values_of(plan)
        .into_iter()
        .filter(|(_, value)| !value.is_empty())
        .map(|(field, value)| FieldChange::new(field, "", value))
        .collect()
}

pub(super) fn values_of(plan: &EventPlan) -> [(&'static str, String); 14] {
    let local = |at| words::local_of(at, &plan.schedule.zone);
    let number = |number: Option<u32>| number.map_or(String::new(), |number| number.to_string());
    let mark = |is: bool| if is { "✓" } else { "" }.to_owned();
    [
        ("title", plan.text.title.clone()),
        ("place", plan.text.place.clone()),
        ("description", plan.text.description.clone()),
        ("starts", local(plan.schedule.starts_at)),
        ("ends", local(plan.schedule.ends_at)),
        ("zone", plan.schedule.zone.clone()),
        ("admission", plan.admission.code().to_owned()),
        ("capacity", number(plan.capacity)),
        ("companions", plan.companions_max.to_string()),
        ("offer-hours", number(plan.offer_hours)),
        ("by-approval", mark(plan.rules.by_approval)),
        ("maybe", mark(plan.rules.maybe)),
        ("opens", plan.answers.opens_at.map_or(String::new(), local)),
        (
            "answer-until",
            plan.answers.until.map_or(String::new(), local),
        ),
    ]
}
