//! SQL of the guests who have not been told what changed.

use domain::{
    Instant,
    ids::{EventId, GuestId},
    mailings::LetterKind,
};
use uuid::Uuid;

use super::{row::GuestRow, sql::row_columns};
use crate::{
    Failure,
    desk::TenantTx,
    store::{rows, value},
};

/// Guests who come, wait for a place, have asked for one or were asked to come, can be written to, and to whom no mail of this kind was queued since then. Whoever was
/// invited or answered after a move has read it; whoever was invited, is silent and objects to mailings is left alone.
macro_rules! untold {
    ($what:expr, $rest:literal) => {
        concat!(
            "SELECT ", $what, " FROM guests g JOIN keys k ON k.tenant_id = g.tenant_id AND k.subject_id = g.person_id ",
            "JOIN people p ON p.tenant_id = g.tenant_id AND p.id = g.person_id ",
            "WHERE g.tenant_id = $1 AND g.event_id = $2 AND p.email_index IS NOT NULL AND g.cancelled_at IS NULL ",
            "AND (g.accepted_at IS NOT NULL OR g.invited_at IS NOT NULL AND g.declined_at IS NULL AND g.refused_at IS NULL ",
            "AND NOT EXISTS (SELECT 1 FROM objections o WHERE o.tenant_id = $1 AND o.email_index = p.email_index) ",
            "OR g.requested_at IS NOT NULL AND g.held_until IS NULL AND g.declined_at IS NULL AND g.refused_at IS NULL ",
            "OR g.maybe_at IS NOT NULL AND g.declined_at IS NULL AND g.refused_at IS NULL ",
            "OR g.waiting_since IS NOT NULL AND g.held_until IS NULL AND (g.offered_until IS NULL OR g.places > 0)) ",
            "AND ($3 = 'event-cancelled' OR coalesce(g.invited_at, 0) <= $4 AND coalesce(g.accepted_at, 0) <= $4 ",
            "AND coalesce(g.waiting_since, g.requested_at, g.maybe_at, 0) <= $4) ",
            "AND NOT EXISTS (SELECT 1 FROM mails m WHERE m.tenant_id = $1 AND m.guest_id = g.id AND m.kind = $3 ",
            "AND m.queued_at >= $4)",
            $rest
        )
    };
}

/// How many there are.
pub(crate) async fn count(
    tx: &mut TenantTx,
    event: EventId,
    kind: LetterKind,
    since: Instant,
) -> Result<i64, Failure> {
    let count: Option<i64> = value!(
        tx,
        untold!("count(*)", ""),
        event.uuid(),
        kind.code(),
        since.0
    )?;
    Ok(count.unwrap_or(0))
}

/// The next of them by key.
pub(crate) async fn next(
    tx: &mut TenantTx,
    event: EventId,
    kind: LetterKind,
    since: Instant,
    after: Option<GuestId>,
    limit: i64,
) -> Result<Vec<GuestRow>, Failure> {
    Ok(rows!(
        tx,
        untold!(row_columns!(), " AND g.id > $5 ORDER BY g.id LIMIT $6"),
        event.uuid(),
        kind.code(),
        since.0,
        after.map_or(Uuid::nil(), GuestId::uuid),
        limit
    )?)
}
