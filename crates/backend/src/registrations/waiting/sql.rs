//! SQL of the waiting list.

use domain::{
    Instant,
    guests::{Guest, Standing},
    ids::{EventId, GuestId},
};
use uuid::Uuid;

use crate::{
    Failure,
    desk::TenantTx,
    store::{rows, value, values},
};

/// Who stands in line, as [`Standing::Waiting`]: whoever answered yes or no has no `waiting_since`.
macro_rules! waiting {
    ($what:literal, $($rest:literal),+) => {
        concat!(
            "SELECT ", $what, " FROM guests WHERE tenant_id = $1 AND event_id = $2 AND waiting_since IS NOT NULL ",
            "AND offered_until IS NULL AND held_until IS NULL AND ",
            $($rest),+
        )
    };
}

/// Events that may still be answered and have free places for somebody who waits.
pub(super) async fn events_with_places(tx: &mut TenantTx) -> Result<Vec<EventId>, Failure> {
    let now = tx.now().0;
    let ids: Vec<Uuid> = values!(
        tx,
        "SELECT e.id FROM events e WHERE e.tenant_id = $1 AND e.offer_hours IS NOT NULL AND e.cancelled_at IS NULL \
         AND e.closed_at IS NULL AND e.published_at IS NOT NULL AND e.answer_until > $2 \
         AND EXISTS (SELECT 1 FROM guests g \
         JOIN people p ON p.tenant_id = g.tenant_id AND p.id = g.person_id AND p.email_index IS NOT NULL \
         WHERE g.tenant_id = $1 AND g.event_id = e.id AND g.waiting_since IS NOT NULL AND g.offered_until IS NULL \
         AND g.held_until IS NULL AND (e.capacity IS NULL OR g.places_wanted <= e.capacity - e.taken)) ORDER BY e.id",
        now
    )?;
    Ok(ids.into_iter().map(EventId::from_uuid).collect())
}

/// Somebody in line.
#[derive(Debug, Clone, Copy)]
pub(super) struct InLine {
    pub(super) guest: GuestId,
    pub(super) since: Instant,
    pub(super) wanted: u32,
}

/// The next who wait for so many places or fewer and can be written to, in their order, behind somebody.
pub(super) async fn queue(
    tx: &mut TenantTx,
    event: EventId,
    after: Option<InLine>,
    places: u32,
    limit: i64,
) -> Result<Vec<InLine>, Failure> {
    let (since, id) = after.map_or((i64::MIN, Uuid::nil()), |last| {
        (last.since.0, last.guest.uuid())
    });
    let found: Vec<(i64, Uuid, i64)> = rows!(
        tx,
        waiting!(
            "waiting_since, id, places_wanted",
            "(waiting_since > $3 OR waiting_since = $3 AND id > $4) AND places_wanted <= $5 \
             AND EXISTS (SELECT 1 FROM people p WHERE p.tenant_id = guests.tenant_id AND p.id = guests.person_id \
             AND p.email_index IS NOT NULL) ORDER BY waiting_since, id LIMIT $6"
        ),
        event.uuid(),
        since,
        id,
        i64::from(places),
        limit
    )?;
    let typed = |(since, id, wanted)| InLine {
        guest: GuestId::from_uuid(id),
        since: Instant(since),
        wanted: u32::try_from(wanted).unwrap_or(u32::MAX),
    };
    Ok(found.into_iter().map(typed).collect())
}

/// Where a guest stands in line, from 1; nothing for who does not wait.
pub(in crate::registrations) async fn place_in_line(
    tx: &mut TenantTx,
    guest: &Guest,
) -> Result<Option<u32>, Failure> {
    let (Some(since), Standing::Waiting) = (guest.waiting_since, guest.standing()) else {
        return Ok(None);
    };
    let place: Option<i64> = value!(
        tx,
        waiting!(
            "count(*)",
            "(waiting_since < $3 OR waiting_since = $3 AND id <= $4)"
        ),
        guest.event.uuid(),
        since.0,
        guest.id.uuid()
    )?;
    Ok(place.map(|place| u32::try_from(place).unwrap_or(u32::MAX)))
}

/// Some guests whose offers are over, in order of their ends, behind another.
pub(super) async fn over(
    tx: &mut TenantTx,
    after: Option<(Instant, GuestId)>,
    limit: i64,
) -> Result<Vec<(Instant, GuestId)>, Failure> {
    let now = tx.now().0;
    let (end, id) = after.map_or((i64::MIN, Uuid::nil()), |(end, id)| (end.0, id.uuid()));
    let found: Vec<(i64, Uuid)> = rows!(
        tx,
        "SELECT offered_until, id FROM guests WHERE tenant_id = $1 AND offered_until <= $2 AND places > 0 \
         AND waiting_since IS NOT NULL AND (offered_until > $3 OR offered_until = $3 AND id > $4) \
         ORDER BY offered_until, id LIMIT $5",
        now,
        end,
        id,
        limit
    )?;
    let typed = |(end, id)| (Instant(end), GuestId::from_uuid(id));
    Ok(found.into_iter().map(typed).collect())
}
