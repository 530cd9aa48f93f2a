//! What was found wrong.

use std::{fmt, io};

use crate::{CheckpointError, Hash, VerifierKeyError};

/// Who says what the root must be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Witness {
    /// A checkpoint that was kept outside.
    Anchor,
    /// A signed checkpoint in the file.
    Checkpoint,
}

impl fmt::Display for Witness {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::Anchor => "anchor",
            Self::Checkpoint => "checkpoint",
        })
    }
}

/// The first thing in the file that cannot be as it was signed. Positions count from 0, lines from 1.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Divergence {
    /// A line that is none of the format, out of its place, too long, or cut off.
    #[error("line {line} is none of this format")]
    Unreadable {
        /// The line.
        line: u64,
    },
    /// The header names another format or version.
    #[error("the file is of another format or version")]
    UnknownFormat,
    /// The key in the header is none.
    #[error("the key of the file cannot be read: {0}")]
    MalformedKey(VerifierKeyError),
    /// The file is signed by another key than the trusted one.
    #[error("the file is signed by another key: {found} instead of {expected}")]
    WrongKey {
        /// The trusted key.
        expected: String,
        /// The key in the file.
        found: String,
    },
    /// An anchor is of another log than the file.
    #[error("the anchor of size {size} is of another log")]
    ForeignAnchor {
        /// Size of the anchor.
        size: u64,
    },
    /// A checkpoint in the file is not signed by its key, of another log, or malformed.
    #[error("the checkpoint on line {line} is refused: {reason}")]
    CheckpointRefused {
        /// The line.
        line: u64,
        /// Why.
        reason: CheckpointError,
    },
    /// A checkpoint is smaller than the one before it.
    #[error("the checkpoint on line {line} is smaller than the one before it")]
    CheckpointOrder {
        /// The line.
        line: u64,
    },
    /// Two signed checkpoints of the same size have different roots: the log was presented in two versions. The two notes
    /// are the evidence.
    #[error("the log was forked: two signed roots at size {size}")]
    Forked {
        /// The size.
        size: u64,
        /// The root of one; the anchored one if an anchor is concerned.
        one: Hash,
        /// The root of the other.
        other: Hash,
    },
    /// An entry has not the position that is due: before it, entries are missing (`found` is larger), or it stands there
    /// twice, was put in or moved (`found` is smaller or equal to one seen).
    #[error("position {expected} is due and {found} stands there")]
    Position {
        /// The position that is due.
        expected: u64,
        /// The position on the line.
        found: u64,
    },
    /// An entry is not written as it was hashed.
    #[error("the entry at position {position} is not in its canonical form")]
    NotCanonical {
        /// Position of the entry.
        position: u64,
    },
    /// An entry of another tenant.
    #[error("the entry at position {position} is of another tenant")]
    ForeignEntry {
        /// Position of the entry.
        position: u64,
    },
    /// The id of an entry was seen before.
    #[error("the id of the entry at position {position} was there before")]
    RepeatedEntry {
        /// Position of the later entry.
        position: u64,
    },
    /// The root at this size is not the signed one: at least one of the entries from position `agreed` up to, not
    /// including, `size` was changed, removed, put in or moved.
    #[error("the entries from position {agreed} to before {size} are not those of the {witness}")]
    Altered {
        /// Size up to which a smaller anchor or checkpoint agreed; 0 if there is none.
        agreed: u64,
        /// Size of the one that does not agree.
        size: u64,
        /// Which kind it is.
        witness: Witness,
        /// The signed root.
        expected: Hash,
        /// The root of the file.
        found: Hash,
    },
    /// An entry follows that no checkpoint of the file covers.
    #[error("the entry at position {position} is covered by no checkpoint")]
    Unsigned {
        /// Position of the entry.
        position: u64,
    },
    /// The file ends before the size of a checkpoint or anchor.
    #[error("the file ends after {entries} entries, the {witness} has {size}")]
    Truncated {
        /// Entries in the file.
        entries: u64,
        /// Size that was signed; the smallest that is not reached.
        size: u64,
        /// By which kind.
        witness: Witness,
    },
}

/// No report could be given.
#[derive(Debug, thiserror::Error)]
pub enum VerifyError {
    /// The file could not be read.
    #[error("the file could not be read")]
    Read(#[from] io::Error),
    /// The file is not what was signed.
    #[error(transparent)]
    Divergence(#[from] Divergence),
}
