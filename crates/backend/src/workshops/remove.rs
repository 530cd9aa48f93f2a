//! Taking a workshop away.

use domain::{access::act, ids::EventId};

use super::{WorkshopError, put::keep, sql};
use crate::{access::Permit, desk::Desk, events};

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
    Ok(keep(tx, desk, &before, &key, after).await?)
}
