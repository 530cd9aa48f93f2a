//! The secret half of a key.

use std::fmt;

use ed25519_dalek::{Signer as _, SigningKey};

use super::verifier::{KeyNameError, Verifier};

/// Signs as one named key. The secret is wiped when dropped and never printed.
pub struct Signer {
    key: SigningKey,
    verifier: Verifier,
}

impl Signer {
    /// The key of a seed: 32 bytes of RFC 8032, section 5.1.5, from a good source of randomness or a key derivation. The
    /// seed is borrowed, so that the one copy that is not wiped here is the caller's to wipe. For a log, `name` is its
    /// origin.
    pub fn from_seed(seed: &[u8; 32], name: &str) -> Result<Self, KeyNameError> {
        let key = SigningKey::from_bytes(seed);
        let verifier = Verifier::of(name, key.verifying_key())?;
        Ok(Self { key, verifier })
    }

    /// The public half.
    pub const fn verifier(&self) -> &Verifier {
        &self.verifier
    }

    /// The signature of a text: deterministic, 64 bytes.
    pub(super) fn signature(&self, text: &str) -> [u8; 64] {
        self.key.sign(text.as_bytes()).to_bytes()
    }
}

impl fmt::Debug for Signer {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "Signer({})", self.verifier)
    }
}
