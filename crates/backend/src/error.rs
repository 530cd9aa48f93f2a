//! What can go wrong beneath every use case.

use vault::{Environment, OpenError, ProviderError};

/// Something that is nobody's wrong input: the database, the keys, the machine. Never holds personal data.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    /// The database failed.
    #[error("the database failed")]
    Database(#[from] sqlx::Error),
    /// The key provider cannot be reached or refuses.
    #[error("the keys are not available")]
    Keys(#[source] ProviderError),
    /// A stored row does not open: tampered, foreign, or its key is gone.
    #[error("a stored row does not open")]
    Sealed(#[source] OpenError),
    /// A stored value is not what was written.
    #[error("a stored value is damaged: {0}")]
    Damaged(&'static str),
    /// A link or cookie that another environment gave out.
    #[error("given out by the {0} environment")]
    Foreign(Environment),
    /// The row does not exist for this tenant; looks like "not found" from outside.
    #[error("not found")]
    NotFound,
}

impl From<ProviderError> for Failure {
    fn from(error: ProviderError) -> Self {
        Self::Keys(error)
    }
}

impl From<OpenError> for Failure {
    fn from(error: OpenError) -> Self {
        Self::Sealed(error)
    }
}
