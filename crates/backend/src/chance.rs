//! Randomness: the one place of this crate where it comes from.

use domain::Instant;
use uuid::Uuid;

/// Random bytes from the operating system.
pub fn make_bytes<const N: usize>() -> [u8; N] {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).expect("the operating system gives random bytes");
    bytes
}

/// A new id (`UUIDv7`, RFC 9562) that sorts by `now`.
pub fn make_uuid(now: Instant) -> Uuid {
    let millis = u64::try_from(now.0).unwrap_or(0);
    uuid::Builder::from_unix_timestamp_millis(millis, &make_bytes()).into_uuid()
}

/// Likewise, and among the ids of one millisecond by `place`: a counter of 26 bits (RFC 9562, section 6.2) in front of
/// 48 random ones.
pub(crate) fn make_uuid_in_order(now: Instant, place: u32) -> Uuid {
    let millis = u64::try_from(now.0).unwrap_or(0);
    let [first, second, third, fourth] = place.to_be_bytes();
    let mut bytes: [u8; 10] = make_bytes();
    // The upper four bits of byte 0 and the upper two of byte 2 give way to version and variant.
    bytes[0] = (first << 2) | (second >> 6);
    bytes[1] = (second << 2) | (third >> 6);
    bytes[2] = third & 0x3F;
    bytes[3] = fourth;
    uuid::Builder::from_unix_timestamp_millis(millis, &bytes).into_uuid()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_of_one_millisecond_keep_their_order() {
        let places = [
            0, 1, 0x3F, 0x40, 0xFF, 0x100, 0x3FFF, 0x4000, 0xFFFF, 0x1_0000, 0x3FF_FFFF,
        ];
        let ids = places.map(|place| make_uuid_in_order(Instant(7), place));
        assert!(ids.is_sorted(), "{ids:?}");
        assert!(ids.iter().all(|id| id.get_version_num() == 7));
    }
}
