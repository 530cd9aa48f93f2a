//! What can be wrong with a backup.

use std::io;

use vault::{ProviderError, StreamError};

use super::Part;
use crate::Failure;

/// Why a backup was not made, not believed or not restored. Nothing was written then.
#[derive(Debug, thiserror::Error)]
pub enum BackupError {
    /// The file does not begin as a backup does.
    #[error("the file is not a backup of a known version")]
    NotABackup,
    /// The other part was expected.
    #[error(
        "this is the part with the {found} of a backup; the part with the {expected} is wanted"
    )]
    OtherPart {
        /// The part in the file.
        found: Part,
        /// The part that is wanted.
        expected: Part,
    },
    /// Made in another environment.
    #[error("the backup was made in the environment {found}; this is {expected}")]
    OtherEnvironment {
        /// The environment in the file.
        found: String,
        /// The environment of this installation.
        expected: String,
    },
    /// Made by a newer or older program.
    #[error("the backup has version {found} of the tables, this program has {expected}")]
    OtherSchema {
        /// The version in the file.
        found: i64,
        /// The version of this program.
        expected: i64,
    },
    /// The key provider does not open it.
    #[error(
        "the backup does not open with this key: another key file, another KMS key, or a changed header"
    )]
    OtherKey,
    /// Cut off, or bits were changed.
    #[error("the backup is damaged or was cut off")]
    Damaged,
    /// The keys are older than the data: whoever came in between would be lost.
    #[error(
        "the part with the keys is older than the part with the data; take one of the same time or later"
    )]
    KeysTooOld,
    /// The keys have had their time.
    #[error(
        "the part with the keys is older than 30 days: it may hold keys of people who were erased, and must not be used"
    )]
    Expired,
    /// There is something where the backup should go.
    #[error("the database is not empty; a backup is restored into a new installation only")]
    NotEmpty,
    /// The log in the backup is not as it was signed.
    #[error("the log of {tenant} is not as it was signed")]
    Log {
        /// Whose log.
        tenant: String,
        /// What was found.
        #[source]
        source: ledger::export::VerifyError,
    },
    /// A row that no frame takes.
    #[error("a row is too long for a backup")]
    RowTooLong,
    /// A file could not be read or written.
    #[error("the backup could not be read or written")]
    Io(#[source] io::Error),
    /// Something else failed.
    #[error(transparent)]
    Failure(#[from] Failure),
}

impl From<io::Error> for BackupError {
    fn from(error: io::Error) -> Self {
        let damaged = error.kind() == io::ErrorKind::UnexpectedEof
            || error.get_ref().is_some_and(|inner| {
                matches!(
                    inner.downcast_ref(),
                    Some(StreamError::Refused | StreamError::TooLong)
                )
            });
        if damaged {
            Self::Damaged
        } else {
            Self::Io(error)
        }
    }
}

impl From<sqlx::Error> for BackupError {
    fn from(error: sqlx::Error) -> Self {
        Self::Failure(error.into())
    }
}

impl From<ProviderError> for BackupError {
    fn from(error: ProviderError) -> Self {
        match error {
            ProviderError::Refused | ProviderError::Malformed => Self::OtherKey,
            error => Self::Failure(error.into()),
        }
    }
}
