use std::fmt;

use crate::{Key32, OpenError, hazmat};

const FORMAT: u8 = 1;
const HEADER_LEN: usize = 9;
const KEY_LEN: usize = 32;
const KEY_AT: usize = HEADER_LEN + hazmat::NONCE_LEN;
const TAG_AT: usize = KEY_AT + KEY_LEN;
const CHECK_AT: usize = TAG_AT + hazmat::TAG_LEN;
const LEN: usize = CHECK_AT + 32;

/// A person's key, wrapped by the tenant's wrapping key. Deleting it erases the person's data.
///
/// Layout: format (1), key version (4), wrapping key version (4), nonce (12), wrapped key (32),
/// tag (16), check value (32); numbers are big-endian.
#[derive(Clone, PartialEq, Eq)]
pub struct WrappedPersonKey(Vec<u8>);

impl WrappedPersonKey {
    /// The bytes to store.
    pub fn as_bytes(&self) -> &[u8] {
        &self.0
    }

    /// The version of the root key under which stored bytes are wrapped, as they name it themselves.
    pub fn root_version_of(wrapped: &[u8]) -> Result<u32, OpenError> {
        let wrapped: &[u8; LEN] = wrapped.try_into().map_err(|_| OpenError::Malformed)?;
        if wrapped[0] == FORMAT {
            Ok(u32::from_be_bytes(part(wrapped, 5)))
        } else {
            Err(OpenError::UnknownFormat)
        }
    }

    /// The bytes to store, without a copy.
    pub fn into_bytes(self) -> Vec<u8> {
        self.0
    }
}

impl fmt::Debug for WrappedPersonKey {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("[wrapped key]")
    }
}

/// The wrapping key and whose key is wrapped.
pub(crate) struct Wrapping<'keys> {
    pub(crate) key: &'keys Key32,
    pub(crate) version: u32,
    pub(crate) tenant: [u8; 16],
    pub(crate) person: [u8; 16],
}

impl Wrapping<'_> {
    pub(crate) fn wrap(&self, person_key: &Key32, key_version: u32) -> WrappedPersonKey {
        let mut header = [FORMAT; HEADER_LEN];
        header[1..5].copy_from_slice(&key_version.to_be_bytes());
        header[5..].copy_from_slice(&self.version.to_be_bytes());
        let nonce = hazmat::random_bytes();
        let mut bytes = Vec::with_capacity(LEN);
        bytes.extend_from_slice(&header);
        bytes.extend_from_slice(&nonce);
        bytes.extend_from_slice(person_key.expose());
        let associated_data = self.associated_data(header);
        let tag = hazmat::seal_in_place(self.key, nonce, &associated_data, &mut bytes[KEY_AT..]);
        bytes.extend_from_slice(&tag);
        bytes.extend_from_slice(&self.check_value(person_key));
        WrappedPersonKey(bytes)
    }

    /// The person's key and its version.
    pub(crate) fn unwrap(&self, wrapped: &[u8]) -> Result<(Key32, u32), OpenError> {
        let wrapped: &[u8; LEN] = wrapped.try_into().map_err(|_| OpenError::Malformed)?;
        let header: [u8; HEADER_LEN] = part(wrapped, 0);
        if header[0] != FORMAT {
            return Err(OpenError::UnknownFormat);
        }
        let found = u32::from_be_bytes(part(wrapped, 5));
        if found != self.version {
            return Err(OpenError::OtherKeyVersion {
                found,
                expected: self.version,
            });
        }
        let mut key = zeroize::Zeroizing::new(part::<KEY_LEN>(wrapped, KEY_AT));
        let associated_data = self.associated_data(header);
        let (nonce, tag) = (part(wrapped, HEADER_LEN), part(wrapped, TAG_AT));
        if !hazmat::open_in_place(self.key, nonce, &associated_data, key.as_mut_slice(), tag) {
            return Err(OpenError::Refused);
        }
        let key = Key32::from_bytes(*key);
        if !hazmat::equal(&self.check_value(&key), &wrapped[CHECK_AT..]) {
            return Err(OpenError::OtherKey);
        }
        Ok((key, u32::from_be_bytes(part(wrapped, 1))))
    }

    /// All parts have a fixed length.
    fn associated_data(&self, header: [u8; HEADER_LEN]) -> [u8; 48] {
        let mut bytes = [0; 48];
        bytes[..7].copy_from_slice(b"wrap/v1");
        bytes[7..16].copy_from_slice(&header);
        bytes[16..32].copy_from_slice(&self.tenant);
        bytes[32..].copy_from_slice(&self.person);
        bytes
    }

    /// Commits to one key: AES-GCM-SIV alone lets somebody who knows two keys make bytes that
    /// open under both.
    fn check_value(&self, person_key: &Key32) -> [u8; 32] {
        hazmat::mac(person_key, &[b"commit/v1", &self.tenant, &self.person])
    }
}

fn part<const N: usize>(bytes: &[u8; LEN], at: usize) -> [u8; N] {
    let mut part = [0; N];
    part.copy_from_slice(&bytes[at..at + N]);
    part
}
