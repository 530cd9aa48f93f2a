//! SQL of workshops.

use domain::{
    Instant,
    ids::{EventId, GuestId},
    workshops::{Pick, Seating, Seats},
};
use uuid::Uuid;

use crate::{
    Failure,
    desk::TenantTx,
    events::count,
    store::{execute, on_engine, rows, value, values},
};

macro_rules! seating {
    ($which:literal) => {
        concat!(
            "SELECT w.workshop, CAST(SUM(CASE WHEN w.waits = 0 THEN g.places ELSE 0 END) AS BIGINT), ",
            "COUNT(*), CAST(SUM(w.waits) AS BIGINT), MIN(CASE WHEN w.waits = 1 THEN g.places END) ",
            "FROM guest_workshops w JOIN guests g ON g.tenant_id = w.tenant_id AND g.id = w.guest_id AND g.places > 0 ",
            "WHERE w.tenant_id = $1 AND w.event_id = $2 ",
            $which,
            "GROUP BY w.workshop"
        )
    };
}

/// Number, places taken, guests, guests who wait, places of the smallest group that waits.
type SeatsRow = (i64, i64, i64, i64, Option<i64>);

/// How the places of an event's workshops stand, by number; one that nobody has chosen is not there.
pub(super) async fn seating(tx: &mut TenantTx, event: EventId) -> Result<Seating, Failure> {
    let found: Vec<SeatsRow> = rows!(tx, seating!(""), event.uuid())?;
    typed_seating(found)
}

/// Likewise of one workshop: whoever holds the event's row counts no more than needed.
pub(super) async fn seats_of(
    tx: &mut TenantTx,
    event: EventId,
    workshop: u32,
) -> Result<Seating, Failure> {
    let found: Vec<SeatsRow> = rows!(
        tx,
        seating!("AND w.workshop = $3 "),
        event.uuid(),
        i64::from(workshop)
    )?;
    typed_seating(found)
}

fn typed_seating(found: Vec<SeatsRow>) -> Result<Seating, Failure> {
    let typed = |(number, taken, guests, waiting, fewest): SeatsRow| {
        let seats = Seats {
            taken: count(taken, "guests.places")?,
            guests: count(guests, "guest_workshops")?,
            waiting: count(waiting, "guest_workshops.waits")?,
            fewest: fewest
                .map(|places| count(places, "guests.places"))
                .transpose()?,
        };
        Ok((count(number, "guest_workshops.workshop")?, seats))
    };
    let seats: Result<_, Failure> = found.into_iter().map(typed).collect();
    Ok(Seating(seats?))
}

/// What guests have chosen.
pub(super) async fn picks(
    tx: &mut TenantTx,
    guests: &[GuestId],
) -> Result<Vec<(GuestId, Pick)>, Failure> {
    if guests.is_empty() {
        return Ok(Vec::new());
    }
    let ids: Vec<String> = (0..guests.len()).map(|at| format!("${}", at + 2)).collect();
    let sql = format!(
        "SELECT guest_id, workshop, waits, chosen_at FROM guest_workshops WHERE tenant_id = $1 AND guest_id IN ({}) \
         ORDER BY guest_id, workshop",
        ids.join(", ")
    );
    let tenant = tx.t();
    let found: Vec<(Uuid, i64, i64, i64)> = on_engine!(&mut tx.connection, |c| {
        let mut query = sqlx::query_as(sqlx::AssertSqlSafe(sql)).bind(tenant);
        for guest in guests {
            query = query.bind(guest.uuid());
        }
        query.fetch_all(c).await
    })?;
    let typed = |(guest, workshop, waits, since)| {
        let pick = Pick {
            workshop: count(workshop, "guest_workshops.workshop")?,
            waits: waits == 1,
            since: Instant(since),
        };
        Ok((GuestId::from_uuid(guest), pick))
    };
    found.into_iter().map(typed).collect()
}

/// Writes down that a guest has chosen a workshop, or has a place there instead of waiting.
pub(super) async fn put(
    tx: &mut TenantTx,
    event: EventId,
    guest: GuestId,
    pick: Pick,
) -> Result<(), Failure> {
    execute!(
        tx,
        "INSERT INTO guest_workshops (tenant_id, guest_id, event_id, workshop, waits, chosen_at) \
         VALUES ($1, $2, $3, $4, $5, $6) \
         ON CONFLICT (tenant_id, guest_id, workshop) DO UPDATE SET waits = excluded.waits, chosen_at = excluded.chosen_at",
        guest.uuid(),
        event.uuid(),
        i64::from(pick.workshop),
        i64::from(pick.waits),
        pick.since.0
    )?;
    Ok(())
}

/// Takes a workshop from a guest.
pub(super) async fn take(tx: &mut TenantTx, guest: GuestId, workshop: u32) -> Result<(), Failure> {
    execute!(
        tx,
        "DELETE FROM guest_workshops WHERE tenant_id = $1 AND guest_id = $2 AND workshop = $3",
        guest.uuid(),
        i64::from(workshop)
    )?;
    Ok(())
}

/// Takes every workshop from a guest who goes.
pub(crate) async fn remove_of_guest(tx: &mut TenantTx, guest: GuestId) -> Result<(), Failure> {
    execute!(
        tx,
        "DELETE FROM guest_workshops WHERE tenant_id = $1 AND guest_id = $2",
        guest.uuid()
    )?;
    Ok(())
}

/// Whether anybody has chosen a workshop.
pub(super) async fn is_chosen(
    tx: &mut TenantTx,
    event: EventId,
    workshop: u32,
) -> Result<bool, Failure> {
    let found: Option<Uuid> = value!(
        tx,
        "SELECT guest_id FROM guest_workshops WHERE tenant_id = $1 AND event_id = $2 AND workshop = $3 LIMIT 1",
        event.uuid(),
        i64::from(workshop)
    )?;
    Ok(found.is_some())
}

/// Notes that whoever has chosen a workshop does not know yet what changed.
pub(super) async fn set_untold(
    tx: &mut TenantTx,
    event: EventId,
    workshop: u32,
) -> Result<(), Failure> {
    execute!(
        tx,
        "UPDATE guest_workshops SET is_untold = 1 WHERE tenant_id = $1 AND event_id = $2 AND workshop = $3",
        event.uuid(),
        i64::from(workshop)
    )?;
    Ok(())
}

/// Notes that a guest knows of a workshop what there is to know; false when that was so.
pub(super) async fn set_told(
    tx: &mut TenantTx,
    guest: GuestId,
    workshop: u32,
) -> Result<bool, Failure> {
    let told = execute!(
        tx,
        "UPDATE guest_workshops SET is_untold = 0 WHERE tenant_id = $1 AND guest_id = $2 AND workshop = $3 AND is_untold = 1",
        guest.uuid(),
        i64::from(workshop)
    )?;
    Ok(told == 1)
}

/// Events that are still to come and have guests who wait for a workshop, or do not know what changed.
pub(super) async fn events_to_do(tx: &mut TenantTx) -> Result<Vec<EventId>, Failure> {
    let now = tx.now().0;
    let ids: Vec<Uuid> = values!(
        tx,
        "SELECT e.id FROM events e WHERE e.tenant_id = $1 AND e.published_at IS NOT NULL AND e.cancelled_at IS NULL \
         AND e.ends_at > $2 AND EXISTS (SELECT 1 FROM guest_workshops w WHERE w.tenant_id = $1 AND w.event_id = e.id \
         AND (w.waits = 1 OR w.is_untold = 1)) ORDER BY e.id",
        now
    )?;
    Ok(ids.into_iter().map(EventId::from_uuid).collect())
}

/// Who comes, waits for a workshop, and is no more people than these places; whoever waits longest first.
pub(super) async fn line(
    tx: &mut TenantTx,
    event: EventId,
    workshop: u32,
    places: u32,
    limit: i64,
) -> Result<Vec<(GuestId, u32)>, Failure> {
    let found: Vec<(Uuid, i64)> = rows!(
        tx,
        "SELECT g.id, g.places FROM guest_workshops w \
         JOIN guests g ON g.tenant_id = w.tenant_id AND g.id = w.guest_id AND g.places > 0 AND g.accepted_at IS NOT NULL \
         WHERE w.tenant_id = $1 AND w.event_id = $2 AND w.workshop = $3 AND w.waits = 1 AND g.places <= $4 \
         ORDER BY w.chosen_at, g.id LIMIT $5",
        event.uuid(),
        i64::from(workshop),
        i64::from(places),
        limit
    )?;
    let typed = |(guest, places)| Ok((GuestId::from_uuid(guest), count(places, "guests.places")?));
    found.into_iter().map(typed).collect()
}

/// Guests behind another who do not know what changed, with the number of the workshop.
pub(super) async fn untold(
    tx: &mut TenantTx,
    event: EventId,
    (guest, workshop): (Uuid, u32),
    limit: i64,
) -> Result<Vec<(GuestId, u32)>, Failure> {
    let found: Vec<(Uuid, i64)> = rows!(
        tx,
        "SELECT guest_id, workshop FROM guest_workshops WHERE tenant_id = $1 AND event_id = $2 AND is_untold = 1 \
         AND (guest_id > $3 OR guest_id = $3 AND workshop > $4) ORDER BY guest_id, workshop LIMIT $5",
        event.uuid(),
        guest,
        i64::from(workshop),
        limit
    )?;
    let typed = |(guest, workshop)| {
        let workshop = count(workshop, "guest_workshops.workshop")?;
        Ok((GuestId::from_uuid(guest), workshop))
    };
    found.into_iter().map(typed).collect()
}
