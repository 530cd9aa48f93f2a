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
    let settings = desk.settings();
    // Outside production, mails to whom nobody allowed are kept back for as long as they are there.
    let in_production = settings.environment == vault::Environment::Production;
    let light = match settings.mail {
        MailWay::Kept => Light::Amber,
        _ => light_of(queue, now, in_production),
    };
    Finding::new(Measure::Queue, light)
        .with("mails-due", queue.waiting.unsigned_abs())
        .with("mails-due-since", queue.waiting_since.map(Instant))
        .with("mails-tried", queue.tried.unsigned_abs())
        .with("mails-last-sent", queue.sent_at.map(Instant))
        .with("mails-failed", queue.failed.unsigned_abs())
}

/// What was tried and rests until it is tried again does not stand still, but should be looked at.
fn light_of(queue: sql::Queue, now: Instant, in_production: bool) -> Light {
    let is_before = |at: Option<i64>, ago: i64| at.is_some_and(|at| at < now.plus_ms(-ago).0);
    let was_sent = queue.sent_at.is_some() && !is_before(queue.sent_at, STILL_MS);
    let stands = is_before(queue.due_since, STILL_MS) && !was_sent;
    let is_late = in_production && is_before(queue.waiting_since, LATE_MS);
    if stands || is_late {
        Light::Red
    } else {
        Light::should(queue.failed == 0 && queue.tried == 0)
    }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mail_that_rests_between_two_tries_is_no_standstill_until_it_is_late() {
        let resting = |minutes: i64| sql::Queue {
            waiting: 1,
            waiting_since: Some(-minutes * Instant::MINUTE_MS),
            tried: 1,
            ..sql::Queue::default()
        };
        let light = |queue| light_of(queue, Instant(0), true);
        assert_eq!(light(sql::Queue::default()), Light::Green);
        assert_eq!(light(resting(60)), Light::Amber);
        assert_eq!(light(resting(241)), Light::Red);
        assert_eq!(light_of(resting(241), Instant(0), false), Light::Amber);
        let due = sql::Queue {
            due_since: Some(-2 * Instant::MINUTE_MS),
            ..resting(2)
        };
        assert_eq!(light(due), Light::Red);
        let at_work = sql::Queue {
            sent_at: Some(-1),
            ..due
        };
        assert_eq!(light(at_work), Light::Amber);
    }
}
