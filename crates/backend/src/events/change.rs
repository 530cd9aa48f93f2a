//! Changing an event.

use domain::{
    access::act,
    events::{AnswerTime, Event, EventPlan},
    fields::{FieldError, Problem},
    ids::EventId,
    workshops::Programme,
};

use super::{
    create::{PlanError, PlanInput, values_of},
    row::EventFile,
    sql,
};
use crate::{
    access::Permit,
    desk::{Change, Desk, FieldChange},
    guests, workshops,
};

/// Changes an event; places cannot sink below those taken, and an event with guests moves so far back only that they are not
/// deleted at once. Workshops move with it and end with it at the latest. Nothing changed, nothing logged.
pub async fn change(
    desk: &Desk,
    permit: &Permit<act::PlanEvents>,
    event: EventId,
    input: &PlanInput,
) -> Result<(), PlanError> {
    let plan = input.check(None)?;
    let mut tx = desk.open(permit).await?;
    let (before, key) = sql::load_for_change(&mut tx, event).await?;
    let mut fields: Vec<FieldChange> = values_of(&plan_of(&before))
        .into_iter()
        .zip(values_of(&plan))
        .filter(|((_, before), (_, after))| before != after)
        .map(|((field, before), (_, after))| FieldChange::new(field, before, after))
        .collect();
    if fields.is_empty() {
        return Ok(());
    }
    if plan.delete_after() < before.delete_after
        && plan.delete_after() <= tx.now()
        && sql::has_guests(&mut tx, event).await?
    {
        let days = Event::RETENTION_DAYS;
        let error = FieldError::new("ends", Problem::GuestsWouldGo { days });
        return Err(PlanError::Invalid(vec![error]));
    }
    if plan.offer_hours.is_none()
        && before.offer_hours.is_some()
        && guests::people::any_waiting(&mut tx, event).await?
    {
        let error = FieldError::new("offer-hours", Problem::StillWaiting);
        return Err(PlanError::Invalid(vec![error]));
    }
    let elsewhere = plan.text.place != before.text.place;
    let mut page = before.page.clone();
    if elsewhere && !page.english.place.is_empty() {
        // Whoever reads in English is told the new place rather than the old one.
        let old = std::mem::take(&mut page.english.place);
        fields.push(FieldChange::new("place-en", old, ""));
    }
    let programme = programme_of(&before, &plan)?;
    if programme != before.programme {
        fields.push(workshops::changed(&before, &programme));
    }
    let file = EventFile {
        text: plan.text.clone(),
        page,
        programme,
        ..EventFile::of(&before)
    };
    let sealed = file.seal(&key, event);
    let moved = before.published_at.is_some() && (plan.schedule != before.schedule || elsewhere);
    let moved_at = if moved {
        Some(tx.now())
    } else {
        before.moved_at
    };
    if !sql::update(&mut tx, event, sealed, &plan, moved_at).await? {
        let problem = Problem::BelowTaken {
            taken: before.taken,
        };
        return Err(PlanError::Invalid(vec![FieldError::new(
            "capacity", problem,
        )]));
    }
    tx.commit(
        Change::new("event.changed", event, event.uuid(), &key)
            .of_event(event)
            .with(fields),
    )
    .await?;
    // There may be places for those who wait.
    desk.places_bell.notify_one();
    Ok(())
}

/// The workshops move with their event, unless only its length changes, and end with it at the latest.
fn programme_of(before: &Event, plan: &EventPlan) -> Result<Programme, PlanError> {
    let later = plan.schedule.starts_at.0 - before.schedule.starts_at.0;
    let is_whole = plan.schedule.ends_at.0 - before.schedule.ends_at.0 == later;
    let programme = before.programme.shifted(if is_whole { later } else { 0 });
    let end = plan.schedule.ends_at;
    if programme.on().any(|workshop| workshop.ends_at > end) {
        let error = FieldError::new("ends", Problem::BeforeWorkshops);
        return Err(PlanError::Invalid(vec![error]));
    }
    Ok(programme)
}

fn plan_of(event: &Event) -> EventPlan {
    EventPlan {
        text: event.text.clone(),
        schedule: event.schedule.clone(),
        admission: event.admission,
        capacity: event.capacity,
        companions_max: event.companions_max,
        offer_hours: event.offer_hours,
        rules: event.rules,
        answers: AnswerTime {
            opens_at: event.opens_at,
            until: (event.answer_until != event.schedule.starts_at).then_some(event.answer_until),
        },
    }
}
