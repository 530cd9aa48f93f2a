//! How far the log of a tenant is.

use domain::{Instant, ids::TenantId};

use super::sql;
use crate::{Failure, desk::Desk};

/// An entry that waits longer for its place is late. The workers look every two seconds.
const LATE_MS: i64 = 30_000;

/// How far a log is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Standing {
    /// Since when the oldest entry without a place has been waiting for one.
    pub waiting_since: Option<Instant>,
    /// Entries that the newest checkpoint covers.
    pub size: u64,
}

/// How far the log of a tenant is. Needs no keys: it is known also while the key provider does not answer.
pub async fn standing(desk: &Desk, tenant: TenantId) -> Result<Standing, Failure> {
    sql::standing(&mut desk.peek(tenant).await?).await
}

impl Standing {
    /// Whether an entry has been waiting longer than it should.
    pub fn is_late(&self, now: Instant) -> bool {
        self.waiting_since
            .is_some_and(|since| now.0 - since.0 > LATE_MS)
    }
}

impl Desk {
    /// Whether the log of any tenant is late.
    pub async fn log_is_late(&self) -> Result<bool, Failure> {
        for tenant in self.tenants().await? {
            if standing(self, tenant).await?.is_late(self.now()) {
                return Ok(true);
            }
        }
        Ok(false)
    }
}
