//! Whether the log keeps up.

use domain::Instant;

use super::{sequence::permit, sql};
use crate::{Failure, desk::Desk};

/// An entry that waits longer for its place is late. The workers look every two seconds.
pub const LATE_MS: i64 = 30_000;

impl Desk {
    /// Whether an entry of any tenant has been waiting for its place longer than it should.
    pub async fn log_is_late(&self) -> Result<bool, Failure> {
        for tenant in self.tenants().await? {
            let mut tx = self.read(&permit(tenant)?).await?;
            let since = sql::waiting_since(&mut tx).await?;
            if since.is_some_and(|since| is_late(since, self.now())) {
                return Ok(true);
            }
        }
        Ok(false)
    }
}

/// Whether an entry that has been waiting since then is late.
pub const fn is_late(since: Instant, now: Instant) -> bool {
    now.0 - since.0 > LATE_MS
}
