//! Before what somebody proves once more who they are.

use super::Action;
use crate::Instant;

/// A proof is good for a page or a file for so long.
const FRESH_MS: i64 = 5 * Instant::MINUTE_MS;
/// A form that was opened in time can be sent for so long after the proof: nothing typed is lost.
const SENT_MS: i64 = 10 * Instant::MINUTE_MS;

impl Action {
    /// Whether who does it has to have proved who they are just before: what cannot be taken back, opens a door to
    /// others, or carries data away.
    pub const fn needs_proof(self) -> bool {
        matches!(
            self,
            Self::ManageFactors
                | Self::ManageTeam
                | Self::ManageSignOn
                | Self::ReviewAccess
                | Self::GrantSupport
                | Self::ExportGuests
                | Self::TakeOffGuests
                | Self::ErasePeople
        )
    }

    /// Whether it can be done in a session without the second factor that the tenant wants: what sets one up.
    pub const fn sets_up_factor(self) -> bool {
        matches!(self, Self::ManageFactors | Self::ManageOwnAccount)
    }
}

/// Whether a proof is new enough to be shown what needs one.
pub const fn is_fresh(proved_at: Instant, now: Instant) -> bool {
    now.0 - proved_at.0 < FRESH_MS
}

/// Whether a proof is new enough to send a form that needs one.
pub const fn is_recent(proved_at: Instant, now: Instant) -> bool {
    now.0 - proved_at.0 < SENT_MS
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_proof_is_good_for_five_minutes_and_ten_to_send() {
        let proved = Instant(1_000);
        let after = |ms| proved.plus_ms(ms);
        assert!(is_fresh(proved, after(5 * Instant::MINUTE_MS - 1)));
        assert!(!is_fresh(proved, after(5 * Instant::MINUTE_MS)));
        assert!(is_recent(proved, after(10 * Instant::MINUTE_MS - 1)));
        assert!(!is_recent(proved, after(10 * Instant::MINUTE_MS)));
    }
}
