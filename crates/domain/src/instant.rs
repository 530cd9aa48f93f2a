//! A point in time.

use serde::{Deserialize, Serialize};

/// Milliseconds since 1970-01-01T00:00:00Z. Zones matter only where time is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Instant(pub i64);

impl Instant {
    /// One minute in milliseconds.
    pub const MINUTE_MS: i64 = 60_000;
    /// One hour in milliseconds.
    pub const HOUR_MS: i64 = 60 * Self::MINUTE_MS;
    /// One day of 24 hours in milliseconds.
    pub const DAY_MS: i64 = 24 * Self::HOUR_MS;

    /// The instant this many milliseconds later (earlier if negative).
    #[must_use]
    pub const fn plus_ms(self, ms: i64) -> Self {
        Self(self.0.saturating_add(ms))
    }

    /// The instant this many days of 24 hours later.
    #[must_use]
    pub const fn plus_days(self, days: i64) -> Self {
        self.plus_ms(days.saturating_mul(Self::DAY_MS))
    }
}
