//! SQL of the outbox.

use domain::{
    Instant,
    ids::{EventId, GuestId, MailId},
    mailings::LetterKind,
};
use uuid::Uuid;

use super::NewMail;
use crate::{
    Failure,
    desk::TenantTx,
    store::{Connection, execute, row, rows, value},
};

mod standstill;

pub(super) use standstill::{is_moving, is_waiting};

/// A mail that a worker has taken.
#[derive(sqlx::FromRow)]
pub(crate) struct ClaimedRow {
    pub(crate) id: Uuid,
    pub(crate) subject_id: Uuid,
    pub(crate) guest_id: Option<Uuid>,
    pub(crate) kind: String,
    pub(crate) sealed: Vec<u8>,
    pub(crate) fence: i64,
    pub(crate) attempts: i64,
}

/// A mail with the wrapped key of its recipient.
#[derive(sqlx::FromRow)]
pub(crate) struct MailRow {
    pub(crate) id: Uuid,
    pub(crate) subject_id: Uuid,
    pub(crate) sealed: Vec<u8>,
    pub(crate) wrapped: Vec<u8>,
    pub(crate) queued_at: i64,
}

/// The length of the mailbox list.
const NEWEST: i64 = 200;

/// Adds a mail; false when one with the same key is there.
pub(crate) async fn add(
    tx: &mut TenantTx,
    id: MailId,
    new: &NewMail<'_>,
    sealed: Vec<u8>,
) -> Result<bool, Failure> {
    let now = tx.now().0;
    let added = execute!(
        tx,
        "INSERT INTO mails (tenant_id, id, subject_id, event_id, guest_id, kind, dedupe_key, sealed, queued_at, \
         due_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $9) ON CONFLICT (tenant_id, dedupe_key) DO NOTHING",
        id.uuid(),
        new.subject,
        new.event.map(EventId::uuid),
        new.guest.map(GuestId::uuid),
        new.kind.code(),
        &new.dedupe_key,
        sealed,
        now
    )?;
    Ok(added == 1)
}

/// Whether a guest was told after `since` that registering anew was needless.
pub(crate) async fn reminded_after(
    tx: &mut TenantTx,
    guest: GuestId,
    since: Instant,
) -> Result<bool, Failure> {
    let mails: Option<i64> = value!(
        tx,
        "SELECT count(*) FROM mails WHERE tenant_id = $1 AND guest_id = $2 AND queued_at > $3 \
         AND dedupe_key LIKE 'already:%'",
        guest.uuid(),
        since.0
    )?;
    Ok(mails > Some(0))
}

/// Removes the mails of a guest who goes.
pub(crate) async fn remove_of_guest(tx: &mut TenantTx, guest: GuestId) -> Result<(), Failure> {
    execute!(
        tx,
        "DELETE FROM mails WHERE tenant_id = $1 AND guest_id = $2",
        guest.uuid()
    )?;
    Ok(())
}

/// Removes the mails to a guest that have not gone out.
pub(crate) async fn remove_unsent_of_guest(
    tx: &mut TenantTx,
    guest: GuestId,
) -> Result<(), Failure> {
    execute!(
        tx,
        "DELETE FROM mails WHERE tenant_id = $1 AND guest_id = $2 AND sent_at IS NULL",
        guest.uuid()
    )?;
    Ok(())
}

/// Removes the mails that are sealed under the key of a subject.
pub(crate) async fn remove_of_subject(tx: &mut TenantTx, subject: Uuid) -> Result<(), Failure> {
    execute!(
        tx,
        "DELETE FROM mails WHERE tenant_id = $1 AND subject_id = $2",
        subject
    )?;
    Ok(())
}

/// Removes a mail that nobody can read any more.
pub(crate) async fn remove(tx: &mut TenantTx, row: &ClaimedRow) -> Result<(), Failure> {
    execute!(
        tx,
        "DELETE FROM mails WHERE tenant_id = $1 AND id = $2 AND fence = $3",
        row.id,
        row.fence
    )?;
    Ok(())
}

pub(crate) async fn any_due(tx: &mut TenantTx) -> Result<bool, Failure> {
    let now = tx.now().0;
    let due: Option<i64> = value!(
        tx,
        "SELECT count(*) FROM mails WHERE tenant_id = $1 AND due_at <= $2 AND sent_at IS NULL \
         AND failed_at IS NULL AND uncertain_at IS NULL AND (leased_until IS NULL OR leased_until <= $2)",
        now
    )?;
    Ok(due > Some(0))
}

/// Takes the mail that is due longest, but none of the kind `once` that a worker had before: it may have gone out. On
/// `PostgreSQL` several workers take different ones.
pub(crate) async fn claim(tx: &mut TenantTx, lease_ms: i64) -> Result<Option<ClaimedRow>, Failure> {
    macro_rules! claim {
        ($lock:literal) => {
            concat!(
                "UPDATE mails SET leased_until = $2 + $3, fence = fence + 1, attempts = attempts + 1 ",
                "WHERE tenant_id = $1 AND id = (SELECT id FROM mails WHERE tenant_id = $1 AND due_at <= $2 ",
                "AND sent_at IS NULL AND failed_at IS NULL AND uncertain_at IS NULL ",
                "AND (leased_until IS NULL OR (leased_until <= $2 AND kind NOT IN ($4, $5, $6, $7))) ORDER BY due_at, id LIMIT 1",
                $lock,
                ") RETURNING id, subject_id, guest_id, kind, sealed, fence, attempts"
            )
        };
    }
    let now = tx.now().0;
    let sql = match &tx.connection {
        Connection::Sqlite(_) => claim!(""),
        Connection::Postgres(_) => claim!(" FOR UPDATE SKIP LOCKED"),
    };
    let [a, b, c, d] = LetterKind::ONCE.map(LetterKind::code);
    Ok(row!(tx, sql, now, lease_ms, a, b, c, d)?)
}

/// Mails to many guests whose worker did not come back.
pub(crate) async fn lost(tx: &mut TenantTx) -> Result<Vec<ClaimedRow>, Failure> {
    let [a, b, c, d] = LetterKind::ONCE.map(LetterKind::code);
    let now = tx.now().0;
    Ok(rows!(
        tx,
        "SELECT id, subject_id, guest_id, kind, sealed, fence, attempts FROM mails WHERE tenant_id = $1 \
         AND kind IN ($3, $4, $5, $6) AND leased_until <= $2 AND sent_at IS NULL AND failed_at IS NULL AND uncertain_at IS NULL \
         LIMIT 1000",
        now,
        a,
        b,
        c,
        d
    )?)
}

macro_rules! marks {
    ($($(#[$doc:meta])* $name:ident = $column:literal;)*) => {$(
        $(#[$doc])*
        pub(crate) async fn $name(tx: &mut TenantTx, row: &ClaimedRow) -> Result<bool, Failure> {
            let now = tx.now().0;
            let marked = execute!(tx, concat!(
                    "UPDATE mails SET leased_until = NULL, ", $column, " = $4 \
                     WHERE tenant_id = $1 AND id = $2 AND fence = $3 AND sent_at IS NULL"
                ), row.id, row.fence, now)?;
            Ok(marked == 1)
        }
    )*};
}

marks! {
    /// Marks a mail as taken by the server; false when another worker holds it.
    set_sent = "sent_at";
    /// Marks a mail as perhaps sent; false when another worker holds it.
    set_uncertain = "uncertain_at";
}

/// Marks a mail as refused for good; false when another worker holds it.
pub(crate) async fn set_failed(
    tx: &mut TenantTx,
    row: &ClaimedRow,
    code: Option<u16>,
) -> Result<bool, Failure> {
    let now = tx.now().0;
    let marked = execute!(
        tx,
        "UPDATE mails SET leased_until = NULL, failed_at = $4, reply_code = $5 \
         WHERE tenant_id = $1 AND id = $2 AND fence = $3 AND sent_at IS NULL",
        row.id,
        row.fence,
        now,
        code.map(i64::from)
    )?;
    Ok(marked == 1)
}

/// Puts a mail back to be tried again after a pause.
pub(crate) async fn set_due_again(
    tx: &mut TenantTx,
    row: &ClaimedRow,
    pause_ms: i64,
    code: Option<u16>,
) -> Result<(), Failure> {
    let now = tx.now().0;
    execute!(
        tx,
        "UPDATE mails SET leased_until = NULL, due_at = $4, reply_code = $5 \
         WHERE tenant_id = $1 AND id = $2 AND fence = $3 AND sent_at IS NULL",
        row.id,
        row.fence,
        now + pause_ms,
        code.map(i64::from)
    )?;
    Ok(())
}

/// The newest mails but those of one kind.
pub(crate) async fn newest(tx: &mut TenantTx, hidden: &str) -> Result<Vec<MailRow>, Failure> {
    Ok(rows!(
        tx,
        "SELECT m.id, m.subject_id, m.sealed, k.wrapped, m.queued_at FROM mails m \
         JOIN keys k ON k.tenant_id = m.tenant_id AND k.subject_id = m.subject_id \
         WHERE m.tenant_id = $1 AND m.kind <> $3 AND m.sent_at IS NULL ORDER BY m.queued_at DESC, m.id DESC LIMIT $2",
        NEWEST,
        hidden
    )?)
}

/// A mail, unless it is of one kind.
pub(crate) async fn one(
    tx: &mut TenantTx,
    id: MailId,
    hidden: &str,
) -> Result<Option<MailRow>, Failure> {
    Ok(row!(
        tx,
        "SELECT m.id, m.subject_id, m.sealed, k.wrapped, m.queued_at FROM mails m \
         JOIN keys k ON k.tenant_id = m.tenant_id AND k.subject_id = m.subject_id \
         WHERE m.tenant_id = $1 AND m.id = $2 AND m.kind <> $3 AND m.sent_at IS NULL",
        id.uuid(),
        hidden
    )?)
}

/// Whether a guest got a mail of one of these kinds since then.
pub(crate) async fn was_written_to(
    tx: &mut TenantTx,
    guest: GuestId,
    kinds: [&str; 2],
    since: Instant,
) -> Result<bool, Failure> {
    let found: Option<Uuid> = value!(
        tx,
        "SELECT id FROM mails WHERE tenant_id = $1 AND guest_id = $2 AND kind IN ($3, $4) AND queued_at > $5 LIMIT 1",
        guest.uuid(),
        kinds[0],
        kinds[1],
        since.0
    )?;
    Ok(found.is_some())
}
