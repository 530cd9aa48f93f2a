use std::{fmt, marker::PhantomData};

/// The ciphertext of a `T`. It prints `[sealed]`, holds no key and may be stored anywhere.
/// Only [`PersonKey::open`](crate::PersonKey::open) gives the value back.
pub struct Sealed<T> {
    bytes: Vec<u8>,
    content: PhantomData<fn() -> T>,
}

impl<T> Sealed<T> {
    /// Takes bytes from storage. They are checked when opened, not here.
    pub const fn from_bytes(bytes: Vec<u8>) -> Self {
        Self {
            bytes,
            content: PhantomData,
        }
    }

    /// The bytes to store.
    pub fn as_bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// The bytes to store, without a copy.
    pub fn into_bytes(self) -> Vec<u8> {
        self.bytes
    }
}

impl<T> Clone for Sealed<T> {
    fn clone(&self) -> Self {
        Self::from_bytes(self.bytes.clone())
    }
}

impl<T> fmt::Debug for Sealed<T> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("[sealed]")
    }
}
