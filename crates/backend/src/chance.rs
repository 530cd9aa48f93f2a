//! Randomness: the one place of this crate where it comes from.

use domain::Instant;
use uuid::Uuid;

/// Random bytes from the operating system.
pub fn make_bytes<const N: usize>() -> [u8; N] {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).expect("the operating system gives random bytes");
    bytes
}

/// A new id (UUIDv7, RFC 9562) that sorts by `now`.
pub fn make_uuid(now: Instant) -> Uuid {
    let millis = u64::try_from(now.0).unwrap_or(0);
    uuid::Builder::from_unix_timestamp_millis(millis, &make_bytes()).into_uuid()
}
