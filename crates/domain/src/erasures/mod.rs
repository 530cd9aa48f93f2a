//! Erasure: when what was erased is gone from backups, too.

use crate::Instant;

/// Days for which a backup of keys may be kept. After them no backup holds the key of a person who was erased (GDPR,
/// article 17; the guidance allows backups to expire if people are told).
pub const BACKUP_DAYS_MAX: i64 = 30;

/// From when on no backup holds a key that was destroyed at this time.
pub const fn unreadable_from(destroyed_at: Instant) -> Instant {
    destroyed_at.plus_ms(BACKUP_DAYS_MAX * Instant::DAY_MS)
}

/// Whether a backup of keys that was made at this time may still be used.
pub const fn may_be_restored(made_at: Instant, now: Instant) -> bool {
    now.0 < unreadable_from(made_at).0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_backup_that_may_be_restored_is_gone_when_the_certificate_says_so() {
        // The last backup that holds the key was made in the moment before it was destroyed.
        let destroyed_at = Instant(1_801_472_400_000);
        let last_backup = destroyed_at.plus_ms(-1);
        let gone = unreadable_from(destroyed_at);
        assert!(!may_be_restored(last_backup, gone));
        assert!(may_be_restored(
            last_backup,
            last_backup.plus_ms(29 * Instant::DAY_MS)
        ));
        assert!(!may_be_restored(
            last_backup,
            last_backup.plus_ms(30 * Instant::DAY_MS)
        ));
    }
}
