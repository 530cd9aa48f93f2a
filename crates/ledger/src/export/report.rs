//! What was found in order.

use super::Header;
use crate::Hash;

/// A file without divergence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    /// Whose log it is. Tenant, origin and key are the file's own words as far as they were not in [`Trusted`](super::Trusted).
    pub header: Header,
    /// Entries in the file. All are covered by its last checkpoint.
    pub entries: u64,
    /// Checkpoints in the file, each signed by the key of the header and each with the right root.
    pub checkpoints: u64,
    /// Anchors, each with the right root.
    pub anchors: u64,
    /// Entries that the largest anchor covers: proven even against the holder of the signing key.
    pub anchored_entries: u64,
    /// The root over all entries.
    pub root: Hash,
    /// The earliest time of an entry, in milliseconds since 1970-01-01T00:00:00Z; none if there are no entries.
    pub earliest_ms: Option<i64>,
    /// The latest time of an entry, likewise.
    pub latest_ms: Option<i64>,
}
