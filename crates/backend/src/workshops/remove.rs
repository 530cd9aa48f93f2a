//! Taking a workshop away.

use domain::{access::act, ids::EventId};

use super::{WorkshopError, changed, sql};
use crate::{
    access::Permit,
    desk::{Change, Desk},
    events::{self, EventFile},
};

/// Takes a workshop away. Whoever has chosen it is told, by [`super::fill`]. Twice, or when it is gone:
/// [`crate::Failure::NotFound`].
pub async fn remove(
    desk: &Desk,
    permit: &Permit<act::PlanEvents>,
    event: EventId,
    number: u32,
) -> Result<(), WorkshopError> {
    let mut tx = desk.open(permit).await?;
    let (before, key) = events::sql::load_for_change(&mut tx, event).await?;
    let is_chosen = sql::is_chosen(&mut tx, event, number).await?;
    let after = before.programme.without(number, is_chosen)?;
    sql::set_untold(&mut tx, event, number).await?;
    let change = Change::new("event.programme_changed", event, event.uuid(), &key)
        .of_event(event)
        .with(vec![changed(&before, &after)]);
    let file = EventFile {
        programme: after,
        ..EventFile::of(&before)
    };
    events::sql::set_file(&mut tx, event, file.seal(&key, event), before.moved_at).await?;
    tx.commit(change).await?;
    desk.places_bell.notify_one();
    Ok(())
}
