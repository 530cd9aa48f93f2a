//! The clock: the one place of this crate that reads it.

use std::sync::atomic::{AtomicI64, Ordering};

use domain::Instant;

/// Tells the time.
pub trait Clock: Send + Sync {
    /// The time now.
    fn now(&self) -> Instant;
}

/// The machine's clock.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    #[expect(clippy::disallowed_methods, reason = "everybody else asks this clock")]
    fn now(&self) -> Instant {
        Instant(jiff::Timestamp::now().as_millisecond())
    }
}

/// A clock that stands still until it is moved; for tests.
#[derive(Debug)]
pub struct MockClock(AtomicI64);

impl MockClock {
    /// A clock that shows `now`.
    pub const fn at(now: Instant) -> Self {
        Self(AtomicI64::new(now.0))
    }

    /// Moves the clock forward by milliseconds.
    pub fn advance_ms(&self, ms: i64) {
        self.0.fetch_add(ms, Ordering::SeqCst);
    }
}

impl Clock for MockClock {
    fn now(&self) -> Instant {
        Instant(self.0.load(Ordering::SeqCst))
    }
}
