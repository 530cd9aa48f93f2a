use std::collections::BTreeMap;

use data_encoding::HEXLOWER;

use crate::Environment;

/// What a wrapped key is for. A provider binds it to the wrapped key: with any other context the
/// key does not come out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct KeyContext {
    /// The installation's environment.
    pub environment: Environment,
    /// The tenant's UUID.
    pub tenant: [u8; 16],
    /// What the key is used for, for instance `trk` (tenant root key).
    pub purpose: &'static str,
    /// The key's version within tenant and purpose.
    pub version: u32,
}

impl KeyContext {
    /// The pairs given to AWS KMS as `EncryptionContext`. They appear in its logs and therefore
    /// hold no personal data.
    pub fn encryption_context(&self) -> BTreeMap<String, String> {
        [
            ("application", "einlass".to_owned()),
            ("environment", self.environment.as_str().to_owned()),
            ("purpose", self.purpose.to_owned()),
            ("tenant", HEXLOWER.encode(&self.tenant)),
            ("version", self.version.to_string()),
        ]
        .into_iter()
        .map(|(name, value)| (name.to_owned(), value))
        .collect()
    }

    /// The same pairs as one unambiguous byte string: every text with its length before it.
    pub(crate) fn associated_data(&self) -> Vec<u8> {
        let mut bytes = b"einlass/context/v1".to_vec();
        for text in self
            .encryption_context()
            .into_iter()
            .flat_map(<[String; 2]>::from)
        {
            bytes.extend_from_slice(&(text.len() as u64).to_be_bytes());
            bytes.extend_from_slice(text.as_bytes());
        }
        bytes
    }
}
