//! Operation: backups, mails, deletion.

use domain::{
    Instant,
    access::act,
    erasures::BACKUP_DAYS_MAX,
    protection::{Finding, Light, Measure},
};

use super::sql;
use crate::{
    Failure,
    access::Permit,
    backups,
    desk::{Desk, TenantTx},
    erasures,
    mails::MailWay,
    retention::Deletion,
};

/// Mails that wait for so long, while none was sent since: the queue stands still.
const STILL_MS: i64 = Instant::MINUTE_MS;
/// A mail that waits for so long, however often it was tried, is not on its way.
const LATE_MS: i64 = 4 * Instant::HOUR_MS;

pub(super) async fn findings(
    tx: &mut TenantTx,
    desk: &Desk,
    queue: sql::Queue,
) -> Result<Vec<Finding>, Failure> {
    Ok(vec![
        mails(tx.now(), desk, queue),
        retention(tx).await?,
        erasure(tx).await?,
    ])
}

fn mails(now: Instant, desk: &Desk, queue: sql::Queue) -> Finding {
    let waits = |longer_than: i64| {
        let before = now.plus_ms(-longer_than).0;
        queue.waiting_since.is_some_and(|since| since < before)
    };
    let before = now.plus_ms(-STILL_MS).0;
    let stands = waits(STILL_MS) && queue.sent_at.is_none_or(|sent| sent < before);
    let light = match desk.settings().mail {
        MailWay::Kept => Light::Amber,
        _ if stands || waits(LATE_MS) => Light::Red,
        _ => Light::should(queue.failed == 0 && queue.tried == 0),
    };
    Finding::new(Measure::Queue, light)
        .with("mails-due", queue.waiting.unsigned_abs())
        .with("mails-due-since", queue.waiting_since.map(Instant))
        .with("mails-tried", queue.tried.unsigned_abs())
        .with("mails-last-sent", queue.sent_at.map(Instant))
        .with("mails-failed", queue.failed.unsigned_abs())
}

async fn retention(tx: &mut TenantTx) -> Result<Finding, Failure> {
    let now = tx.now();
    let limit = now.plus_ms(-Deletion::GRACE_MS);
    let (overdue, next) = sql::deletions(tx, limit, now).await?;
    let leftovers = sql::leftovers(tx, limit).await?;
    let is_done = overdue == 0 && leftovers == 0;
    Ok(Finding::new(Measure::Retention, Light::must(is_done))
        .with("events-overdue", overdue)
        .with("leftovers", leftovers)
        .with("deletion-next", next))
}

async fn erasure(tx: &mut TenantTx) -> Result<Finding, Failure> {
    let erased = erasures::sql::count(tx).await?;
    let not_gone = sql::not_gone(tx).await?;
    Ok(Finding::new(Measure::Erasure, Light::must(not_gone == 0))
        .with("erased", erased)
        .with("keys-not-gone", not_gone)
        .with("backup-days", BACKUP_DAYS_MAX.unsigned_abs()))
}

/// Backups are of the whole installation.
pub(super) async fn backups(
    desk: &Desk,
    permit: &Permit<act::SeeLog>,
) -> Result<Vec<Finding>, Failure> {
    let last = backups::last(desk, permit).await?;
    let day = Instant::DAY_MS;
    // A few hours later than yesterday is still daily.
    let made = Light::by_age(age(last.created_at, desk.now()), day + day / 4, 7 * day);
    let tried = Light::by_age(age(last.verified_at, desk.now()), 31 * day, 92 * day);
    Ok(vec![
        Finding::new(Measure::Backup, made).with("backup-last", last.created_at),
        Finding::new(Measure::Restore, tried)
            .with("restore-trial", last.verified_at)
            .with("restore-real", last.restored_at),
    ])
}

/// So long ago, if ever.
fn age(at: Option<Instant>, now: Instant) -> Option<i64> {
    at.map(|at| now.0 - at.0)
}
