//! Adding or changing a workshop.

use domain::{
    Locale,
    access::act,
    events::Event,
    fields::{FieldError, Problem},
    ids::EventId,
    workshops::{Programme, RawWorkshop, Workshop, WorkshopGone, WorkshopPlan},
};
use vault::PersonKey;
use words::Words;

use super::sql;
use crate::{
    Failure,
    access::Permit,
    desk::{Change, Desk, FieldChange, TenantTx},
    events::{self, EventFile, time},
};

/// A workshop as it was typed.
#[derive(Clone, Default)]
pub struct WorkshopInput {
    /// What it is, and how many places it has.
    pub raw: RawWorkshop,
    /// Start as `YYYY-MM-DDTHH:MM` in the event's zone.
    pub starts: String,
    /// End likewise.
    pub ends: String,
}

/// Why a workshop is not added or changed.
#[derive(Debug, thiserror::Error)]
pub enum WorkshopError {
    /// Fields are wrong.
    #[error("fields are wrong")]
    Invalid(Vec<FieldError>),
    /// Something else failed; [`Failure::NotFound`] for a workshop that somebody else took away.
    #[error(transparent)]
    Failure(#[from] Failure),
}

impl From<WorkshopGone> for WorkshopError {
    fn from(_: WorkshopGone) -> Self {
        Self::Failure(Failure::NotFound)
    }
}

/// Adds a workshop (number 0) or changes one; nothing changed, nothing logged. Its places cannot sink below those taken.
/// Whoever has chosen it is told of another time or place, by [`super::fill`].
pub async fn put(
    desk: &Desk,
    permit: &Permit<act::PlanEvents>,
    event: EventId,
    number: u32,
    input: &WorkshopInput,
) -> Result<(), WorkshopError> {
    let mut tx = desk.open(permit).await?;
    let (before, key) = events::sql::load_for_change(&mut tx, event).await?;
    let plan = check(&before, input).map_err(WorkshopError::Invalid)?;
    let seating = sql::seats_of(&mut tx, event, number).await?;
    let taken = seating.of(number).taken;
    if plan.capacity.is_some_and(|capacity| capacity < taken) {
        return Err(wrong("capacity", Problem::BelowTaken { taken }));
    }
    if number == 0 && before.programme.on().count() >= Programme::WORKSHOPS_MAX {
        let max = u32::try_from(Programme::WORKSHOPS_MAX).unwrap_or(u32::MAX);
        return Err(wrong("title", Problem::TooMany { max }));
    }
    let after = before.programme.with(number, plan)?;
    if after == before.programme {
        return Ok(());
    }
    let [was, is] = [&before.programme, &after].map(|programme| programme.workshop(number));
    if let (Some(was), Some(is)) = (was, is)
        && is_moved(was, is)
    {
        sql::set_untold(&mut tx, event, number).await?;
    }
    Ok(keep(tx, desk, &before, &key, after).await?)
}

/// Writes another programme down.
pub(super) async fn keep(
    mut tx: TenantTx,
    desk: &Desk,
    before: &Event,
    key: &PersonKey,
    after: Programme,
) -> Result<(), Failure> {
    let event = before.id;
    let change = Change::new("event.programme_changed", event, event.uuid(), key)
        .of_event(event)
        .with(vec![changed(before, &after)]);
    let file = EventFile {
        programme: after,
        ..EventFile::of(before)
    };
    events::sql::set_file(&mut tx, event, file.seal(key, event), before.moved_at).await?;
    tx.commit(change).await?;
    // There may be places for those who wait, and something to tell.
    desk.places_bell.notify_one();
    Ok(())
}

fn check(event: &Event, input: &WorkshopInput) -> Result<WorkshopPlan, Vec<FieldError>> {
    let mut errors = Vec::new();
    let zone = &event.schedule.zone;
    let starts_at = time("starts", &input.starts, zone, &mut errors);
    let ends_at = time("ends", &input.ends, zone, &mut errors);
    let times = starts_at.zip(ends_at).map(<[_; 2]>::from);
    WorkshopPlan::check(&input.raw, times, event.schedule.ends_at, errors)
}

fn wrong(field: &str, problem: Problem) -> WorkshopError {
    WorkshopError::Invalid(vec![FieldError::new(field, problem)])
}

/// Whether guests must be told.
fn is_moved(was: &Workshop, is: &Workshop) -> bool {
    let when = |workshop: &Workshop| (workshop.starts_at, workshop.ends_at);
    when(was) != when(is) || was.place != is.place
}

/// What the log keeps of a change of the programme: a few lines for each workshop.
pub(crate) fn changed(before: &Event, after: &Programme) -> FieldChange {
    let text = |programme: &Programme| {
        let lines = |workshop: &Workshop| {
            let words = Words(Locale::De);
            let what = words::workshop_lines(words, workshop, &before.schedule.zone);
            let capacity = workshop.capacity.map(|capacity| capacity.to_string());
            let parts = [what.replace('\n', ", "), capacity.unwrap_or_default()];
            let parts = parts.into_iter().filter(|part| !part.is_empty());
            parts.collect::<Vec<_>>().join(" | ")
        };
        programme.on().map(lines).collect::<Vec<_>>().join("\n")
    };
    FieldChange::new("programme", text(&before.programme), text(after))
}
