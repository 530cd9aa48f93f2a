use thiserror::Error;

/// Why something sealed or wrapped did not open. None of them tells anything of the content.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum OpenError {
    /// The bytes do not have the expected shape: cut off, or not written by this crate.
    #[error("the sealed bytes are malformed")]
    Malformed,
    /// The format or the algorithm is one that this version does not know.
    #[error("the format or algorithm of the sealed bytes is unknown")]
    UnknownFormat,
    /// Made under another version of the key; open it with that one.
    #[error("the sealed bytes belong to version {found} of the key, not to {expected}")]
    OtherKeyVersion {
        /// The version that the bytes name.
        found: u32,
        /// The version of the key at hand.
        expected: u32,
    },
    /// Another key, tenant, person or place, or changed bytes.
    #[error("the sealed bytes do not open with this key at this place")]
    Refused,
    /// The key came out, but it is not the one the check value stands for.
    #[error("the key does not match its check value")]
    OtherKey,
    /// Authentic, but not a value of the wanted type.
    #[error("the opened value is not of the expected type")]
    OtherType,
}
