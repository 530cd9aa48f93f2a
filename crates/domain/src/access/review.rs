//! The access review: from time to time an owner confirms or ends every role.

use crate::Instant;

/// So many days may lie between two reviews; a quarter unless somebody chooses otherwise.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ReviewInterval(u16);

/// A number of days that cannot be chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not an interval of reviews")]
pub struct UnknownInterval;

impl ReviewInterval {
    /// What can be chosen, in days.
    pub const DAYS: [u16; 4] = [30, 90, 180, 365];

    /// An interval of so many days.
    pub fn of_days(days: u16) -> Result<Self, UnknownInterval> {
        if Self::DAYS.contains(&days) {
            Ok(Self(days))
        } else {
            Err(UnknownInterval)
        }
    }

    /// In days.
    pub const fn days(self) -> u16 {
        self.0
    }

    /// When the next review is due, after the last one or after the beginning.
    pub const fn due_after(self, last: Instant) -> Instant {
        last.plus_ms(self.0 as i64 * Instant::DAY_MS)
    }
}

impl Default for ReviewInterval {
    fn default() -> Self {
        Self(90)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_review_is_due_a_quarter_after_the_last_one() {
        let last = Instant(5);
        let due = ReviewInterval::default().due_after(last);
        assert_eq!(due, Instant(5 + 90 * Instant::DAY_MS));
    }

    #[test]
    fn only_a_few_intervals_can_be_chosen() {
        for days in ReviewInterval::DAYS {
            assert_eq!(
                ReviewInterval::of_days(days).map(ReviewInterval::days),
                Ok(days)
            );
        }
        for days in [0, 1, 91, u16::MAX] {
            assert_eq!(ReviewInterval::of_days(days), Err(UnknownInterval));
        }
    }
}
