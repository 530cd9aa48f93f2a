//! SQL of an event's figures.

use domain::{Instant, guests::Standing, ids::EventId};

use crate::{
    Failure,
    desk::TenantTx,
    events::{Figures, row::count},
    guests::sql::standing,
    store::{row, rows},
};

pub(crate) async fn figures(tx: &mut TenantTx, id: EventId) -> Result<Figures, Failure> {
    let guests: Vec<(String, i64, i64)> = rows!(
        tx,
        concat!(
            "SELECT ",
            standing!(),
            ", count(*), count(g.invited_at) FROM guests g WHERE g.tenant_id = $1 AND g.event_id = $2 GROUP BY 1"
        ),
        id.uuid()
    )?;
    let mails: Option<(i64, i64)> = row!(
        tx,
        "SELECT count(CASE WHEN failed_at IS NULL AND uncertain_at IS NULL THEN 1 END), \
         count(CASE WHEN failed_at IS NOT NULL OR uncertain_at IS NOT NULL THEN 1 END) \
         FROM mails WHERE tenant_id = $1 AND event_id = $2 AND sent_at IS NULL",
        id.uuid()
    )?;
    let (waiting, failed) = mails.unwrap_or_default();
    let mut invited = 0;
    let mut counts = Vec::with_capacity(guests.len());
    for (standing, here, of_them_invited) in guests {
        let standing: Standing = standing.parse().map_err(|_| Failure::Damaged("figures"))?;
        counts.push((standing, count(here, "figures")?));
        invited += of_them_invited;
    }
    Ok(Figures {
        standings: counts.into_iter().collect(),
        invited: count(invited, "figures")?,
        mails_waiting: count(waiting, "figures")?,
        mails_failed: count(failed, "figures")?,
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
