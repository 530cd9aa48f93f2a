//! Raw primitives. Private on purpose: nothing here binds a tenant, a person or a place, so no
//! other crate may call it.

use aes_gcm_siv::{AeadInOut, Aes256GcmSiv, KeyInit as _};
use hkdf::Hkdf;
use hmac::{Hmac, Mac};
use rand::{TryRng, rngs::SysRng};
use sha2::Sha256;
use subtle::ConstantTimeEq;

use crate::Key32;

pub(crate) const NONCE_LEN: usize = 12;
pub(crate) const TAG_LEN: usize = 16;

/// Random bytes of the operating system, the only source of chance in this crate.
///
/// Panics when the operating system has none: going on without would lose the secret.
pub(crate) fn random_bytes<const N: usize>() -> [u8; N] {
    let mut bytes = [0; N];
    SysRng
        .try_fill_bytes(&mut bytes)
        .expect("the operating system gives random bytes once it has booted");
    bytes
}

/// Encrypts in place with AES-256-GCM-SIV (RFC 8452) and returns the tag.
pub(crate) fn seal_in_place(
    key: &Key32,
    nonce: [u8; NONCE_LEN],
    associated_data: &[u8],
    buffer: &mut [u8],
) -> [u8; TAG_LEN] {
    Aes256GcmSiv::new(key.expose().into())
        .encrypt_inout_detached(&nonce.into(), associated_data, buffer.into())
        .expect("a value in memory is shorter than the 64 GiB limit of RFC 8452")
        .into()
}

/// Decrypts in place; false, with the buffer useless, when key, nonce, data or tag do not fit.
#[must_use]
pub(crate) fn open_in_place(
    key: &Key32,
    nonce: [u8; NONCE_LEN],
    associated_data: &[u8],
    buffer: &mut [u8],
    tag: [u8; TAG_LEN],
) -> bool {
    Aes256GcmSiv::new(key.expose().into())
        .decrypt_inout_detached(&nonce.into(), associated_data, buffer.into(), &tag.into())
        .is_ok()
}

/// HMAC-SHA256 (RFC 2104) over the parts, one after the other. The caller makes them unambiguous.
pub(crate) fn mac(key: &Key32, parts: &[&[u8]]) -> [u8; 32] {
    let mut mac = <Hmac<Sha256> as hmac::KeyInit>::new_from_slice(key.expose())
        .expect("HMAC takes keys of every length");
    for part in parts {
        mac.update(part);
    }
    mac.finalize().into_bytes().into()
}

/// Compares in constant time; different lengths are different.
#[must_use]
pub(crate) fn equal(left: &[u8], right: &[u8]) -> bool {
    left.ct_eq(right).into()
}

/// First half of HKDF-SHA256 (RFC 5869): the pseudo-random key of a root key and its salt.
pub(crate) fn extract(salt: &[u8], root: &Key32) -> Key32 {
    Key32::from_bytes(Hkdf::<Sha256>::extract(Some(salt), root.expose()).0.into())
}

/// Second half of HKDF-SHA256: the sub-key of that name.
pub(crate) fn expand(pseudo_random_key: &Key32, name: &[&[u8]]) -> Key32 {
    Key32::filled(|bytes| {
        Hkdf::<Sha256>::from_prk(pseudo_random_key.expose())
            .expect("32 bytes are the length that SHA-256 asks for")
            .expand_multi_info(name, bytes)
            .expect("32 bytes are far below the limit of 8160");
    })
}

/// The first 16 bytes of a message authentication code.
pub(crate) fn first_half(bytes: [u8; 32]) -> [u8; 16] {
    let mut half = [0; 16];
    half.copy_from_slice(&bytes[..16]);
    half
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn random_bytes_do_not_repeat() {
        assert_ne!(random_bytes::<32>(), random_bytes::<32>());
    }

    /// RFC 4231, test case 2 has a short key; this is its HMAC with the key padded by zeros,
    /// which RFC 2104 defines to be the same.
    #[test]
    fn the_message_code_is_that_of_rfc_4231() {
        let mut key = [0; 32];
        key[..4].copy_from_slice(b"Jefe");
        let code = mac(
            &Key32::from_bytes(key),
            &[b"what do ya want ", b"for nothing?"],
        );
        assert_eq!(
            data_encoding::HEXLOWER.encode(&code),
            "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"
        );
    }

    /// RFC 8452, appendix C.2: AES-256, no associated data, 8 bytes of plaintext.
    #[test]
    fn the_cipher_is_that_of_rfc_8452() {
        let mut key = [0; 32];
        key[0] = 1;
        let mut nonce = [0; 12];
        nonce[0] = 3;
        let mut buffer = [1, 0, 0, 0, 0, 0, 0, 0];
        let tag = seal_in_place(&Key32::from_bytes(key), nonce, b"", &mut buffer);
        assert_eq!(data_encoding::HEXLOWER.encode(&buffer), "c2ef328e5c71c83b");
        assert_eq!(
            data_encoding::HEXLOWER.encode(&tag),
            "843122130f7364b761e0b97427e3df28"
        );
    }
}
