use std::fmt;

use serde::{Serialize, de::DeserializeOwned};
use zeroize::{ZeroizeOnDrop, Zeroizing};

use crate::{Key32, OpenError, Place, Sealed, hazmat, payload};

const FORMAT: u8 = 1;
/// AES-256-GCM-SIV (RFC 8452). Another algorithm takes another number.
const AES_256_GCM_SIV: u8 = 1;
const HEADER_LEN: usize = 6;
const CONTENT_AT: usize = HEADER_LEN + hazmat::NONCE_LEN;

/// The key of one person's data. It is unwrapped for each use and never cached, so that an erasure
/// takes effect at once everywhere.
///
/// A sealed blob is: format (1), algorithm (1), key version (4), nonce (12), ciphertext, tag (16).
#[derive(ZeroizeOnDrop)]
pub struct PersonKey {
    key: Key32,
    version: u32,
    tenant: [u8; 16],
    person: [u8; 16],
}

impl PersonKey {
    pub(crate) const fn new(key: Key32, version: u32, tenant: [u8; 16], person: [u8; 16]) -> Self {
        Self {
            key,
            version,
            tenant,
            person,
        }
    }

    /// The UUID of the tenant.
    pub const fn tenant(&self) -> [u8; 16] {
        self.tenant
    }

    /// The UUID of the person.
    pub const fn person(&self) -> [u8; 16] {
        self.person
    }

    /// Encrypts a value for one place. The same value gives other bytes each time, and its exact
    /// length stays hidden within a block of 64 bytes.
    ///
    /// # Panics
    /// For a type that postcard cannot write, such as one with `#[serde(flatten)]`.
    pub fn seal<T: Serialize>(&self, place: Place, value: &T) -> Sealed<T> {
        let size = payload::measure(value);
        let nonce = hazmat::random_bytes();
        let content_end = CONTENT_AT + size.padded;
        let mut bytes = vec![0; content_end + hazmat::TAG_LEN];
        bytes[0] = FORMAT;
        bytes[1] = AES_256_GCM_SIV;
        bytes[2..HEADER_LEN].copy_from_slice(&self.version.to_be_bytes());
        bytes[HEADER_LEN..CONTENT_AT].copy_from_slice(&nonce);
        let content = &mut bytes[CONTENT_AT..content_end];
        payload::write(value, &size, content);
        let associated_data = self.associated_data(place);
        let tag = hazmat::seal_in_place(&self.key, nonce, associated_data.as_slice(), content);
        bytes[content_end..].copy_from_slice(&tag);
        Sealed::from_bytes(bytes)
    }

    /// Decrypts what [`seal`](Self::seal) made with the same key for the same place.
    pub fn open<T: DeserializeOwned>(
        &self,
        place: Place,
        sealed: &Sealed<T>,
    ) -> Result<T, OpenError> {
        self.open_bytes(place, sealed.as_bytes().to_vec())
    }

    /// Likewise, in the memory of the blob, which is overwritten: for many rows in turn.
    pub fn open_in_place<T: DeserializeOwned>(
        &self,
        place: Place,
        sealed: Sealed<T>,
    ) -> Result<T, OpenError> {
        self.open_bytes(place, sealed.into_bytes())
    }

    fn open_bytes<T: DeserializeOwned>(
        &self,
        place: Place,
        bytes: Vec<u8>,
    ) -> Result<T, OpenError> {
        let mut bytes = Zeroizing::new(bytes);
        let (header, rest) = split::<HEADER_LEN>(&mut bytes)?;
        let (nonce, rest) = split::<{ hazmat::NONCE_LEN }>(rest)?;
        let (content, tag) = rest
            .split_last_chunk_mut::<{ hazmat::TAG_LEN }>()
            .ok_or(OpenError::Malformed)?;
        let [FORMAT, AES_256_GCM_SIV, version @ ..] = *header else {
            return Err(OpenError::UnknownFormat);
        };
        let found = u32::from_be_bytes(version);
        if found != self.version {
            return Err(OpenError::OtherKeyVersion {
                found,
                expected: self.version,
            });
        }
        let associated_data = self.associated_data(place);
        let data = associated_data.as_slice();
        if !hazmat::open_in_place(&self.key, *nonce, data, content, *tag) {
            return Err(OpenError::Refused);
        }
        payload::read(content)
    }

    fn associated_data(&self, place: Place) -> AssociatedData {
        let mut data = AssociatedData {
            bytes: [0; 256],
            length: 0,
        };
        data.push(b"evt1");
        data.push(&[AES_256_GCM_SIV]);
        data.push(&self.tenant);
        data.push_name(place.table);
        data.push_name(place.column);
        data.push(&place.row);
        data.push(&self.person);
        data.push(&self.version.to_be_bytes());
        data
    }
}

impl fmt::Debug for PersonKey {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("[person key]")
    }
}

/// On the stack: this runs for each row of a list.
struct AssociatedData {
    bytes: [u8; 256],
    length: usize,
}

impl AssociatedData {
    fn push(&mut self, part: &[u8]) {
        let end = self.length + part.len();
        self.bytes[self.length..end].copy_from_slice(part);
        self.length = end;
    }

    /// Length first, so that a table's end cannot pass for a column's beginning.
    fn push_name(&mut self, name: &'static str) {
        let length = u8::try_from(name.len())
            .ok()
            .filter(|length| *length <= 63)
            .expect("names in PostgreSQL are at most 63 bytes long");
        self.push(&[length]);
        self.push(name.as_bytes());
    }

    fn as_slice(&self) -> &[u8] {
        &self.bytes[..self.length]
    }
}

fn split<const N: usize>(bytes: &mut [u8]) -> Result<(&mut [u8; N], &mut [u8]), OpenError> {
    bytes
        .split_first_chunk_mut::<N>()
        .ok_or(OpenError::Malformed)
}
