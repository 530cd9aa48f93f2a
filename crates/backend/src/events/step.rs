//! The steps of an event's life.

use domain::{
    access::act,
    events::{Stage, Step},
    ids::EventId,
};

use super::sql;
use crate::{
    Failure,
    access::Permit,
    desk::{Change, Desk},
};

/// Why a step is not taken.
#[derive(Debug, thiserror::Error)]
pub enum StepError {
    /// The event is not where the step begins.
    #[error("the event is not where the step begins")]
    NotNow(Stage),
    /// Something else failed.
    #[error(transparent)]
    Failure(#[from] Failure),
}

/// Takes a step of an event's life; taken twice is taken once.
pub async fn step(
    desk: &Desk,
    permit: &Permit<act::PlanEvents>,
    id: EventId,
    step: Step,
) -> Result<(), StepError> {
    let mut tx = desk.open(permit).await?;
    let (event, key) = sql::load_for_change(&mut tx, id).await?;
    if step.is_done(&event) {
        return Ok(());
    }
    if !step.is_possible(&event, tx.now()) {
        return Err(StepError::NotNow(event.stage(tx.now())));
    }
    if !sql::take_step(&mut tx, id, step).await? {
        return Ok(());
    }
    tx.commit(Change::new(action_of(step), id, id.uuid(), &key).of_event(id))
        .await?;
    // Those who wait may be asked again.
    desk.places_bell.notify_one();
    Ok(())
}

const fn action_of(step: Step) -> &'static str {
    match step {
        Step::Publish => "event.published",
        Step::Close => "event.closed",
        Step::Reopen => "event.reopened",
        Step::Cancel => "event.cancelled",
        Step::Archive => "event.archived",
        Step::Unarchive => "event.unarchived",
    }
}
