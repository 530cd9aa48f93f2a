//! Forgetting what is over: sessions, links for new passwords, questions, failed attempts.

use domain::Instant;

use super::{front_door, sql};
use crate::{Failure, access::Origin, desk::Desk};

/// A session that is over is kept for so long, for the list of who was here when.
const SESSIONS_MS: i64 = 180 * Instant::DAY_MS;

/// Forgets what is over in the whole installation.
pub(crate) async fn tidy(desk: &Desk) -> Result<(), Failure> {
    let mut tx = desk
        .open(&front_door(&Origin::new("retention", None))?)
        .await?;
    let now = tx.now();
    sql::forget_sessions(&mut tx, now.plus_ms(-SESSIONS_MS)).await?;
    sql::forget_resets(&mut tx).await?;
    sql::forget_challenges(&mut tx).await?;
    sql::forget_old_attempts(&mut tx, now.plus_ms(-2 * Instant::DAY_MS)).await?;
    tx.commit_upkeep().await
}
