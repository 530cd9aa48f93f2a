//! Whether mails move. Plain columns alone, so that it is known without keys.

use domain::Instant;

use crate::{Failure, desk::Peek, store::value};

/// Whether a mail of the tenant was due at `since` and still waits for a worker.
pub(in crate::mails) async fn is_waiting(
    peek: &mut Peek,
    since: Instant,
    now: Instant,
) -> Result<bool, Failure> {
    let waiting: Option<i64> = value!(
        peek,
        "SELECT count(*) FROM mails WHERE tenant_id = $1 AND due_at <= $2 AND sent_at IS NULL \
         AND failed_at IS NULL AND uncertain_at IS NULL AND (leased_until IS NULL OR leased_until <= $3)",
        since.0,
        now.0
    )?;
    Ok(waiting > Some(0))
}

/// Whether a worker has a mail of the tenant in hand, or has sent one after `since`.
pub(in crate::mails) async fn is_moving(
    peek: &mut Peek,
    since: Instant,
    now: Instant,
) -> Result<bool, Failure> {
    let moving: Option<i64> = value!(
        peek,
        "SELECT count(*) FROM mails WHERE tenant_id = $1 AND (sent_at > $2 OR (leased_until > $3 AND sent_at IS NULL))",
        since.0,
        now.0
    )?;
    Ok(moving > Some(0))
}
