//! How long somebody waits who guesses passwords: nobody is locked out by others for long, and nobody guesses for long.

use crate::Instant;

/// Wrong passwords that cost nothing.
const FREE: u32 = 5;
/// The longest pause.
const PAUSE_MAX_MS: i64 = 15 * Instant::MINUTE_MS;
/// So many wrong passwords in a row, and only a new password helps (NIST SP 800-63B-4, section 3.2.2).
const FAILURES_MAX: u32 = 100;
/// Failures that are older than this are forgotten.
const MEMORY_MS: i64 = Instant::DAY_MS;

/// Whether another password may be tried.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Patience {
    /// Now.
    Now,
    /// After so many milliseconds.
    After(i64),
    /// Not with this password any more.
    Never,
}

/// Whether another password may be tried after so many failures in a row, the last one then.
pub fn patience(failures: u32, last: Instant, now: Instant) -> Patience {
    if failures >= FAILURES_MAX {
        return Patience::Never;
    }
    if is_forgotten(failures, last, now) || failures < FREE {
        return Patience::Now;
    }
    let pause = (1_000_i64 << (failures - FREE).min(20)).min(PAUSE_MAX_MS);
    match last.0 + pause - now.0 {
        left if left > 0 => Patience::After(left),
        _ => Patience::Now,
    }
}

/// Whether failures no longer count.
pub fn is_forgotten(failures: u32, last: Instant, now: Instant) -> bool {
    failures < FAILURES_MAX && now.0 - last.0 > MEMORY_MS
}

#[cfg(test)]
mod tests {
    use super::*;

    const LAST: Instant = Instant(1_000_000);

    fn after(failures: u32, ms: i64) -> Patience {
        patience(failures, LAST, LAST.plus_ms(ms))
    }

    #[test]
    fn pauses_double_up_to_a_quarter_of_an_hour() {
        for failures in 0..5 {
            assert_eq!(after(failures, 0), Patience::Now);
        }
        for (failures, pause) in [
            (5, 1_000),
            (6, 2_000),
            (10, 32_000),
            (15, 900_000),
            (99, 900_000),
        ] {
            assert_eq!(after(failures, 0), Patience::After(pause), "{failures}");
            assert_eq!(after(failures, pause - 1), Patience::After(1));
            assert_eq!(after(failures, pause), Patience::Now);
        }
    }

    #[test]
    fn a_hundred_failures_end_it_and_fewer_are_forgotten_after_a_day() {
        assert_eq!(after(100, 365 * Instant::DAY_MS), Patience::Never);
        assert!(is_forgotten(99, LAST, LAST.plus_ms(Instant::DAY_MS + 1)));
        assert!(!is_forgotten(99, LAST, LAST.plus_ms(Instant::DAY_MS)));
        assert!(!is_forgotten(100, LAST, LAST.plus_ms(2 * Instant::DAY_MS)));
    }
}
