//! The stored form of a tenant's root key: format (1), check value (32), then what the provider
//! returned. The check value commits to one key, as it does for person keys.

use crate::{GeneratedKey, Key32, KeyContext, KeyProvider, ProviderError, hazmat};

const FORMAT: u8 = 1;
/// The `purpose` of tenant root keys in the encryption context.
pub(crate) const PURPOSE: &str = "trk";

pub(crate) async fn make(
    provider: &dyn KeyProvider,
    context: &KeyContext,
) -> Result<Vec<u8>, ProviderError> {
    let GeneratedKey { plaintext, wrapped } = provider.generate(context).await?;
    let mut bytes = Vec::with_capacity(33 + wrapped.len());
    bytes.push(FORMAT);
    bytes.extend_from_slice(&check_value(&plaintext, context));
    bytes.extend_from_slice(&wrapped);
    Ok(bytes)
}

pub(crate) async fn unwrap(
    provider: &dyn KeyProvider,
    context: &KeyContext,
    stored: &[u8],
) -> Result<Key32, ProviderError> {
    let Some((&FORMAT, rest)) = stored.split_first() else {
        return Err(ProviderError::Malformed);
    };
    let (check, wrapped) = rest
        .split_first_chunk::<32>()
        .ok_or(ProviderError::Malformed)?;
    let root = provider.decrypt(context, wrapped).await?;
    if hazmat::equal(&check_value(&root, context), check) {
        Ok(root)
    } else {
        Err(ProviderError::Refused)
    }
}

fn check_value(root: &Key32, context: &KeyContext) -> [u8; 32] {
    hazmat::mac(root, &[b"commit/root/v1", &context.associated_data()])
}
