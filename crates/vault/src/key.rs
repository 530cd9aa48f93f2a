use std::fmt;

use subtle::ConstantTimeEq;
use zeroize::{Zeroize, ZeroizeOnDrop};

/// A secret of 32 bytes. It is wiped when dropped, prints `[key]` and compares in constant time.
#[derive(Zeroize, ZeroizeOnDrop)]
pub struct Key32([u8; 32]);

impl Key32 {
    /// Takes the bytes over. They must come from a good source of randomness or a key derivation.
    pub const fn from_bytes(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    /// The key if there are exactly 32 bytes.
    pub fn from_slice(bytes: &[u8]) -> Option<Self> {
        bytes.try_into().ok().map(Self)
    }

    pub(crate) const fn expose(&self) -> &[u8; 32] {
        &self.0
    }

    /// A second key with the same bytes, wiped like the first.
    pub(crate) const fn copy(&self) -> Self {
        Self(self.0)
    }

    /// A key that is written where it stays, so that no copy is left on the way.
    pub(crate) fn filled(write: impl FnOnce(&mut [u8; 32])) -> Self {
        let mut key = Self([0; 32]);
        write(&mut key.0);
        key
    }
}

impl fmt::Debug for Key32 {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("[key]")
    }
}

impl PartialEq for Key32 {
    fn eq(&self, other: &Self) -> bool {
        self.0.ct_eq(&other.0).into()
    }
}

impl Eq for Key32 {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_equal_only_when_every_byte_is() {
        assert_eq!(Key32::from_bytes([1; 32]), Key32::from_bytes([1; 32]));
        let mut other = [1; 32];
        other[31] = 2;
        assert_ne!(Key32::from_bytes([1; 32]), Key32::from_bytes(other));
    }

    #[test]
    fn only_32_bytes_make_a_key() {
        assert!(Key32::from_slice(&[0; 32]).is_some());
        assert!(Key32::from_slice(&[0; 31]).is_none());
        assert!(Key32::from_slice(&[0; 33]).is_none());
    }
}
