//! Keys as text. The known answers are those of Go's `golang.org/x/mod/sumdb/note`, `note_test.go`.

use data_encoding::BASE64;
use ledger::{KeyNameError, Signer, Verifier, VerifierKeyError};

const PETER: &str = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
const ENOCH: &str = "EnochRoot+af0cfe78+ATtqJ7zOtqQtYqOo0CpvDXNlMhV3HeJDpjrASKGLWdop";

fn refused(text: &str) -> VerifierKeyError {
    text.parse::<Verifier>().expect_err(text)
}

#[test]
fn published_keys_are_read_and_written() {
    for (text, name) in [(PETER, "PeterNeumann"), (ENOCH, "EnochRoot")] {
        let verifier: Verifier = text.parse().unwrap();
        assert_eq!(verifier.name(), name);
        assert_eq!(verifier.to_string(), text);
    }
    let peter: Verifier = PETER.parse().unwrap();
    assert_eq!(peter.id(), [0xc7, 0x4f, 0x20, 0xa3]);
}

#[test]
fn a_published_seed_has_its_published_key() {
    let secret = BASE64
        .decode(b"AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz")
        .unwrap();
    let signer = Signer::from_seed(&secret[1..].try_into().unwrap(), "PeterNeumann").unwrap();
    assert_eq!(signer.verifier().to_string(), PETER);
    assert_eq!(format!("{signer:?}"), format!("Signer({PETER})"));
}

#[test]
fn every_part_of_a_key_and_every_other_character_is_refused() {
    for start in 0..PETER.len() {
        for end in start..=PETER.len() {
            if end - start < PETER.len() {
                refused(&PETER[start..end]);
            }
        }
    }
    for place in 0..PETER.len() {
        let mut bytes = PETER.as_bytes().to_vec();
        bytes[place] += 1;
        refused(std::str::from_utf8(&bytes).unwrap());
    }
    refused(&PETER.to_uppercase());
    refused(&format!("{PETER}\n"));
    refused(&PETER.replace("c74f20a3", "C74F20A3"));
}

#[test]
fn a_key_of_another_length_or_algorithm_is_refused() {
    // Both with an id that fits, as published.
    assert_eq!(
        refused("PeterNeumann+cc469956+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TWBADKEY=="),
        VerifierKeyError::Malformed
    );
    assert_eq!(
        refused("PeterNeumann+173116ae+ZRpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"),
        VerifierKeyError::UnknownAlgorithm(0x65)
    );
}

#[test]
fn the_id_binds_name_and_key() {
    assert_eq!(
        refused(&PETER.replace("PeterNeumann", "PeterNeuman")),
        VerifierKeyError::WrongId
    );
    assert_eq!(
        refused(&PETER.replace("c74f20a3", "af0cfe78")),
        VerifierKeyError::WrongId
    );
}

#[test]
fn a_key_that_lets_anybody_sign_is_refused() {
    // The neutral point of the curve.
    let mut key = vec![0; 33];
    key[0] = 1;
    key[1] = 1;
    assert_eq!(
        refused(&format!("weak+00000000+{}", BASE64.encode(&key))),
        VerifierKeyError::WeakKey
    );
}

#[test]
fn names_that_would_break_the_format_are_refused() {
    for name in ["", "a b", "a\u{a0}b", "a+b", "a\nb", "a\u{7f}"] {
        assert_eq!(Signer::from_seed(&[1; 32], name).unwrap_err(), KeyNameError);
    }
    assert!(Signer::from_seed(&[1; 32], "einlass.example/tnt_1").is_ok());
}
