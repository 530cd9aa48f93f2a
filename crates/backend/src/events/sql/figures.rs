//! SQL of an event's figures.

use domain::ids::EventId;

use crate::{
    Failure,
    desk::TenantTx,
    events::{Figures, row::count},
    store::row,
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
