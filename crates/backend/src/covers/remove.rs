//! Taking the picture away.

use domain::{access::act, ids::EventId};

use super::{put::changed, sql};
use crate::{
    Failure,
    access::Permit,
    desk::Desk,
    events::{self, EventFile},
};

/// Takes the picture off an event's page; without one nothing is done.
pub async fn remove(
    desk: &Desk,
    permit: &Permit<act::PlanEvents>,
    event: EventId,
) -> Result<(), Failure> {
    let mut tx = desk.open(permit).await?;
    let (before, key) = events::sql::load_for_change(&mut tx, event).await?;
    if before.cover.is_none() {
        return Ok(());
    }
    sql::remove(&mut tx, event).await?;
    let file = EventFile {
        cover: None,
        ..EventFile::of(&before)
    };
    events::sql::set_file(&mut tx, event, file.seal(&key, event), before.moved_at).await?;
    tx.commit(changed(&before, &key)).await
}
