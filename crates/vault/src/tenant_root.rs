//! The stored form of a tenant's root key: format (1), check value (32), then what the provider
//! returned. The check value commits to one key, as it does for person keys.
//!
//! A root key that took the place of another has format 2; between check value and provider's bytes stand the length (2)
//! and the sealed lookups of the tenant, which stay the same from one root key to the next.

use crate::{
    GeneratedKey, Key32, KeyContext, KeyProvider, OpenError, ProviderError, TenantKeys, hazmat,
};

const FIRST: u8 = 1;
const CHANGED: u8 = 2;
/// The `purpose` of tenant root keys in the encryption context.
pub(crate) const PURPOSE: &str = "trk";

/// A tenant's first root key.
pub(crate) async fn make(
    provider: &dyn KeyProvider,
    context: &KeyContext,
) -> Result<Vec<u8>, ProviderError> {
    let made = provider.generate(context).await?;
    Ok(stored(FIRST, &made, context, &[]))
}

/// The root key that takes the place of another.
pub(crate) async fn make_next(
    provider: &dyn KeyProvider,
    context: &KeyContext,
    current: &TenantKeys,
    columns: &[&str],
) -> Result<Vec<u8>, ProviderError> {
    let made = provider.generate(context).await?;
    let lookups = current.seal_lookups(context, &made.plaintext, columns);
    let length = u16::try_from(lookups.len()).map_err(|_| ProviderError::Malformed)?;
    let lookups = [length.to_be_bytes().as_slice(), &lookups].concat();
    Ok(stored(CHANGED, &made, context, &lookups))
}

fn stored(format: u8, made: &GeneratedKey, context: &KeyContext, lookups: &[u8]) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(33 + lookups.len() + made.wrapped.len());
    bytes.push(format);
    bytes.extend_from_slice(&check_value(&made.plaintext, context));
    bytes.extend_from_slice(lookups);
    bytes.extend_from_slice(&made.wrapped);
    bytes
}

/// The tenant's keys out of the stored form of their root key.
pub(crate) async fn open(
    provider: &dyn KeyProvider,
    context: &KeyContext,
    stored: &[u8],
) -> Result<TenantKeys, ProviderError> {
    let (format, rest) = stored.split_first().ok_or(ProviderError::Malformed)?;
    let (check, rest) = rest
        .split_first_chunk::<32>()
        .ok_or(ProviderError::Malformed)?;
    let (lookups, wrapped) = match *format {
        FIRST => (None, rest),
        CHANGED => split_lookups(rest).ok_or(ProviderError::Malformed)?,
        _ => return Err(ProviderError::Malformed),
    };
    let root = provider.decrypt(context, wrapped).await?;
    if !hazmat::equal(&check_value(&root, context), check) {
        return Err(ProviderError::Refused);
    }
    let KeyContext {
        environment,
        tenant,
        version,
        ..
    } = *context;
    match lookups {
        None => Ok(TenantKeys::derive(environment, tenant, version, &root)),
        Some(kept) => TenantKeys::derive_after_change(context, &root, kept).map_err(|error| {
            if error == OpenError::Malformed {
                ProviderError::Malformed
            } else {
                ProviderError::Refused
            }
        }),
    }
}

fn split_lookups(bytes: &[u8]) -> Option<(Option<&[u8]>, &[u8])> {
    let (length, rest) = bytes.split_first_chunk::<2>()?;
    let (lookups, wrapped) = rest.split_at_checked(usize::from(u16::from_be_bytes(*length)))?;
    Some((Some(lookups), wrapped))
}

fn check_value(root: &Key32, context: &KeyContext) -> [u8; 32] {
    hazmat::mac(root, &[b"commit/root/v1", &context.associated_data()])
}
