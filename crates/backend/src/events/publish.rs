//! Publishing an event.

use domain::{access::act, events::Stage, ids::EventId};

use super::sql;
use crate::{
    Failure,
    access::Permit,
    desk::{Change, Desk},
};

/// Why an event is not published.
#[derive(Debug, thiserror::Error)]
pub enum PublishError {
    /// It is over or called off.
    #[error("the event cannot be published any more")]
    TooLate(Stage),
    /// Something else failed.
    #[error(transparent)]
    Failure(#[from] Failure),
}

/// Publishes a draft; published twice is published once.
pub async fn publish(
    desk: &Desk,
    permit: &Permit<act::PlanEvents>,
    id: EventId,
) -> Result<(), PublishError> {
    let mut tx = desk.open(permit).await?;
    let (event, key) = sql::load(&mut tx, id).await?;
    match event.stage(tx.now()) {
        Stage::Draft if event.schedule.ends_at > tx.now() => {}
        Stage::Published => return Ok(()),
        stage => return Err(PublishError::TooLate(stage)),
    }
    if !sql::set_published(&mut tx, id).await? {
        return Ok(());
    }
    tx.commit(Change::new("event.published", id, id.uuid(), &key).of_event(id))
        .await?;
    Ok(())
}
