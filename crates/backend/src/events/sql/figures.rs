//! SQL of an event's figures.

use domain::{Instant, ids::EventId};

use crate::{
    Failure,
    desk::TenantTx,
    events::{Figures, row::count},
    store::{row, rows},
};

#[derive(sqlx::FromRow)]
struct FiguresRow {
    listed: i64,
    invited: i64,
    open: i64,
    unconfirmed: i64,
    waiting: i64,
    offered: i64,
    lapsed: i64,
    accepted: i64,
    declined: i64,
    cancelled: i64,
    mails_waiting: i64,
    mails_failed: i64,
}

pub(crate) async fn figures(tx: &mut TenantTx, id: EventId) -> Result<Figures, Failure> {
    let row: Option<FiguresRow> = row!(
        tx,
        "SELECT \
             count(CASE WHEN cancelled_at IS NULL AND accepted_at IS NULL AND declined_at IS NULL \
                        AND held_until IS NULL AND waiting_since IS NULL AND invited_at IS NULL THEN 1 END) AS listed, \
             count(invited_at) AS invited, \
             count(CASE WHEN cancelled_at IS NULL AND accepted_at IS NULL AND declined_at IS NULL \
                        AND held_until IS NULL AND waiting_since IS NULL AND invited_at IS NOT NULL THEN 1 END) AS open, \
             count(CASE WHEN cancelled_at IS NULL AND accepted_at IS NULL AND declined_at IS NULL \
                        AND held_until IS NOT NULL THEN 1 END) AS unconfirmed, \
             count(CASE WHEN waiting_since IS NOT NULL AND held_until IS NULL AND offered_until IS NULL \
                        THEN 1 END) AS waiting, \
             count(CASE WHEN waiting_since IS NOT NULL AND held_until IS NULL AND offered_until IS NOT NULL \
                        AND places > 0 THEN 1 END) AS offered, \
             count(CASE WHEN waiting_since IS NOT NULL AND held_until IS NULL AND offered_until IS NOT NULL \
                        AND places = 0 THEN 1 END) AS lapsed, \
             count(CASE WHEN cancelled_at IS NULL AND accepted_at IS NOT NULL THEN 1 END) AS accepted, \
             count(CASE WHEN cancelled_at IS NULL AND accepted_at IS NULL AND declined_at IS NOT NULL \
                        THEN 1 END) AS declined, \
             count(cancelled_at) AS cancelled, \
             (SELECT count(*) FROM mails m WHERE m.tenant_id = $1 AND m.event_id = $2 AND m.sent_at IS NULL \
              AND m.failed_at IS NULL AND m.uncertain_at IS NULL) AS mails_waiting, \
             (SELECT count(*) FROM mails m WHERE m.tenant_id = $1 AND m.event_id = $2 AND m.sent_at IS NULL \
              AND (m.failed_at IS NOT NULL OR m.uncertain_at IS NOT NULL)) AS mails_failed \
             FROM guests WHERE tenant_id = $1 AND event_id = $2",
        id.uuid()
    )?;
    let row = row.ok_or(Failure::NotFound)?;
    Ok(Figures {
        listed: count(row.listed, "figures")?,
        invited: count(row.invited, "figures")?,
        open: count(row.open, "figures")?,
        unconfirmed: count(row.unconfirmed, "figures")?,
        waiting: count(row.waiting, "figures")?,
        offered: count(row.offered, "figures")?,
        lapsed: count(row.lapsed, "figures")?,
        accepted: count(row.accepted, "figures")?,
        declined: count(row.declined, "figures")?,
        cancelled: count(row.cancelled, "figures")?,
        mails_waiting: count(row.mails_waiting, "figures")?,
        mails_failed: count(row.mails_failed, "figures")?,
    })
}

/// In which hours (their beginnings, in UTC) how many said yes or no, of those who have not changed it since; in order.
pub(crate) async fn answers_by_hour(
    tx: &mut TenantTx,
    id: EventId,
) -> Result<Vec<(Instant, u32, u32)>, Failure> {
    let rows: Vec<(i64, i64, i64)> = rows!(
        tx,
        "SELECT a.hour, CAST(sum(a.yes) AS BIGINT), CAST(sum(a.no) AS BIGINT) FROM ( \
             SELECT accepted_at / 3600000 AS hour, 1 AS yes, 0 AS no FROM guests WHERE tenant_id = $1 AND event_id = $2 \
             AND accepted_at IS NOT NULL AND cancelled_at IS NULL \
             UNION ALL SELECT coalesce(cancelled_at, declined_at) / 3600000, 0, 1 FROM guests \
             WHERE tenant_id = $1 AND event_id = $2 \
             AND (cancelled_at IS NOT NULL OR declined_at IS NOT NULL AND accepted_at IS NULL)) a \
         GROUP BY a.hour ORDER BY a.hour",
        id.uuid()
    )?;
    let typed = |(hour, yes, no): (i64, i64, i64)| {
        let many = |number| u32::try_from(number).unwrap_or(u32::MAX);
        (Instant(hour * Instant::HOUR_MS), many(yes), many(no))
    };
    Ok(rows.into_iter().map(typed).collect())
}
