use std::{error::Error as StdError, fmt, sync::Arc};

use async_trait::async_trait;
use thiserror::Error;

use crate::{Key32, KeyContext};

/// Who keeps the outermost key and wraps the tenants' root keys with it.
#[async_trait]
pub trait KeyProvider: Send + Sync {
    /// A new random key, in the clear and wrapped for this context.
    async fn generate(&self, context: &KeyContext) -> Result<GeneratedKey, ProviderError>;

    /// The key out of its wrapped form; refused unless the context is the one it was made with.
    async fn decrypt(&self, context: &KeyContext, wrapped: &[u8]) -> Result<Key32, ProviderError>;

    /// What the evidence report says of this provider.
    fn describe(&self) -> ProviderDescription;
}

/// A new key in both forms. Only the wrapped one may be stored.
pub struct GeneratedKey {
    /// The key itself.
    pub plaintext: Key32,
    /// The key as only the provider can open it.
    pub wrapped: Vec<u8>,
}

impl fmt::Debug for GeneratedKey {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("[generated key]")
    }
}

/// Which provider and which of its keys, for people to read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProviderDescription {
    /// `aws-kms` or `local-key-file`.
    pub kind: &'static str,
    /// The key's id, ARN or alias at AWS; a fingerprint for a key file.
    pub key_id: String,
}

/// Why a provider gave no key. Only the first is a reason to go on with a key known before.
#[derive(Clone, Debug, Error)]
pub enum ProviderError {
    /// Not reachable, too slow or too busy; the same request may work later.
    #[error("the key provider is unavailable")]
    Unavailable(#[source] Arc<dyn StdError + Send + Sync>),
    /// Another context or key, changed bytes, or no permission.
    #[error("the key provider refused the request")]
    Refused,
    /// The key is disabled, not available or about to be deleted.
    #[error("the key of the key provider is disabled")]
    Disabled,
    /// The wrapped key or the answer does not have the expected shape.
    #[error("the wrapped key or the answer of the key provider is malformed")]
    Malformed,
}

impl ProviderError {
    /// Unavailable, with the reason for the log.
    pub fn unavailable(source: impl Into<Box<dyn StdError + Send + Sync>>) -> Self {
        Self::Unavailable(source.into().into())
    }

    /// True if the provider gave no answer, so that nothing is known about the key.
    pub const fn is_unavailable(&self) -> bool {
        matches!(self, Self::Unavailable(_))
    }
}
