//! The public half of a key, and the text it is handed on as.

use std::{fmt, str::FromStr};

use data_encoding::{BASE64, HEXLOWER};
use ed25519_dalek::{Signature, VerifyingKey};
use sha2::{Digest, Sha256};

/// The byte that C2SP signed-note gives to Ed25519.
const ED25519: u8 = 0x01;

/// A name that no key may have: empty, with a blank, a plus or a control character.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a key has a name without blanks, plus signs and control characters")]
pub struct KeyNameError;

/// A text that is no public key of this format.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum VerifierKeyError {
    /// Not `name+id+key`, or the key is no base64 of 33 bytes.
    #[error("a public key is written name+id+key")]
    Malformed,
    /// The name is none.
    #[error(transparent)]
    Name(#[from] KeyNameError),
    /// A key for another algorithm than Ed25519.
    #[error("the key is for the unknown algorithm {0}")]
    UnknownAlgorithm(u8),
    /// The id is not the one of this name and key: a character is wrong, or the parts are of two keys.
    #[error("the id does not belong to name and key")]
    WrongId,
    /// The 32 bytes are no point of the curve, or one that lets anybody sign.
    #[error("the key is no sound Ed25519 key")]
    WeakKey,
}

/// Checks signatures of one named key. Written as `name+id+key`: the id is 8 hexadecimal digits, the key is base64 of
/// 0x01 and the 32 bytes of RFC 8032 (the format of Go's `sumdb/note`).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verifier {
    name: String,
    id: [u8; 4],
    key: VerifyingKey,
}

pub(super) fn check_name(name: &str) -> Result<(), KeyNameError> {
    let is_foreign = |char: char| char.is_whitespace() || char.is_control() || char == '+';
    if name.is_empty() || name.contains(is_foreign) {
        return Err(KeyNameError);
    }
    Ok(())
}

impl Verifier {
    pub(super) fn of(name: &str, key: VerifyingKey) -> Result<Self, KeyNameError> {
        check_name(name)?;
        let hash = Sha256::new()
            .chain_update(name)
            .chain_update([b'\n', ED25519])
            .chain_update(key.as_bytes())
            .finalize();
        Ok(Self {
            name: name.to_owned(),
            id: *hash.first_chunk().expect("32 bytes begin with 4"),
            key,
        })
    }

    /// The name of the key; for a log, its origin.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The first 4 bytes of SHA-256 over name, line feed, 0x01 and key. It names a key and proves nothing.
    pub const fn id(&self) -> [u8; 4] {
        self.id
    }

    /// Whether `signature` is one of `text` by this key, by the strict rules: one signature, one reading.
    pub(super) fn is_signed(&self, text: &str, signature: &[u8]) -> bool {
        Signature::from_slice(signature)
            .is_ok_and(|signature| self.key.verify_strict(text.as_bytes(), &signature).is_ok())
    }
}

impl fmt::Display for Verifier {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut key = vec![ED25519];
        key.extend_from_slice(self.key.as_bytes());
        write!(
            formatter,
            "{}+{}+{}",
            self.name,
            HEXLOWER.encode(&self.id),
            BASE64.encode(&key)
        )
    }
}

impl FromStr for Verifier {
    type Err = VerifierKeyError;

    fn from_str(text: &str) -> Result<Self, VerifierKeyError> {
        let malformed = VerifierKeyError::Malformed;
        let (name, rest) = text.split_once('+').ok_or(malformed)?;
        let (id, key) = rest.split_once('+').ok_or(malformed)?;
        let key = BASE64.decode(key.as_bytes()).map_err(|_| malformed)?;
        let (algorithm, key) = key.split_first().ok_or(malformed)?;
        if *algorithm != ED25519 {
            return Err(VerifierKeyError::UnknownAlgorithm(*algorithm));
        }
        let key = key.try_into().map_err(|_| malformed)?;
        let key = VerifyingKey::from_bytes(key).map_err(|_| VerifierKeyError::WeakKey)?;
        if key.is_weak() {
            return Err(VerifierKeyError::WeakKey);
        }
        let verifier = Self::of(name, key)?;
        if HEXLOWER.encode(&verifier.id) != id {
            return Err(VerifierKeyError::WrongId);
        }
        Ok(verifier)
    }
}
