//! Sending the signed state of the log to whoever answers for data protection: kept in a mailbox, it is out of reach of
//! whoever runs the server.

use domain::{Instant, Locale, access::act, ids::TenantId, mailings::LetterKind};
use words::{Words, show};

use super::{prove::head_of, sequence::permit, sql};
use crate::{
    Failure,
    access::Permit,
    accounts::{self, Officer},
    desk::Desk,
    mails::{self, Mail, Notice},
    tenants,
};

/// Queues the newest checkpoint for each data-protection officer of a tenant (for the owners, if there is none), once a
/// day and only if something happened within the last day. Returns how many mails were queued.
pub async fn mail_state(desk: &Desk, tenant: TenantId) -> Result<u32, Failure> {
    let permit: Permit<act::SequenceLog> = permit(tenant)?;
    let now = desk.now();
    let mut tx = desk.read(&permit).await?;
    let began_today = sql::began_at(&mut tx)
        .await?
        .is_none_or(|at| day(at) == day(now));
    if began_today || !sql::has_news(&mut tx, now.plus_days(-1)).await? {
        return Ok(0);
    }
    let Some(head) = head_of(&mut tx).await? else {
        return Ok(0);
    };
    let organiser = tenants::profile(&mut tx).await?.name;
    drop(tx);
    let officers = accounts::officers(desk, tenant).await?;
    let tx = desk.open(&permit).await?;
    let notice = Notice {
        kind: LetterKind::LogState,
        of: day(now),
        action: "log.mailed",
        write: &|officer| write(officer, &organiser, head.size, &head.checkpoint, now),
    };
    mails::queue_for_officers(desk, tx, &officers, notice).await
}

const fn day(at: Instant) -> i64 {
    at.0.div_euclid(Instant::DAY_MS)
}

/// In both languages: which one the officer reads is not known.
fn write(officer: &Officer, organiser: &str, size: u64, note: &str, now: Instant) -> Mail {
    let size = size.to_string();
    let in_language = |locale: Locale| {
        let words = Words(locale);
        let day = show(locale, now, "UTC").date;
        let subject = words.with("checkpoint-mail-subject", [("day", day.into())]);
        let text = words.with(
            "checkpoint-mail-text",
            [("organiser", organiser.into()), ("size", (&size).into())],
        );
        (subject, text)
    };
    let ((subject, german), (_, english)) = (in_language(Locale::De), in_language(Locale::En));
    mails::plain(
        &officer.name,
        &officer.email,
        &format!("{organiser}: {subject}"),
        &[&german, &english, note],
    )
}
