//! Secrets that a browser keeps for the server: 256 random bits, of which only the hash is stored.

use std::str::FromStr;

use data_encoding::BASE64URL_NOPAD;
use sha2::{Digest, Sha256};

use crate::chance::make_bytes;

/// The secret of a session, or of somebody who is on the way to one.
#[derive(Clone)]
pub struct Token([u8; 32]);

/// A text that is not such a secret.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a token")]
pub struct NotAToken;

impl Token {
    pub(super) fn make() -> Self {
        Self(make_bytes())
    }

    pub(super) fn hash(&self) -> Vec<u8> {
        Sha256::digest(self.0).to_vec()
    }

    /// The value of the cookie.
    pub fn expose(&self) -> String {
        BASE64URL_NOPAD.encode(&self.0)
    }
}

/// Half of a stored hash: binds a sealed row to its token, as an id binds other rows.
pub(super) fn half(token_hash: &[u8]) -> [u8; 16] {
    token_hash.first_chunk().copied().unwrap_or_default()
}

impl FromStr for Token {
    type Err = NotAToken;

    fn from_str(text: &str) -> Result<Self, NotAToken> {
        let bytes = BASE64URL_NOPAD
            .decode(text.as_bytes())
            .map_err(|_| NotAToken)?;
        bytes.try_into().map(Self).map_err(|_| NotAToken)
    }
}
