//! Signed notes. The known answers are those of Go's `golang.org/x/mod/sumdb/note`, `note_test.go`.

use data_encoding::BASE64;
use ledger::{NoteError, SIGNATURES_MAX, Signer, Verifier, open_note, sign_note};

const TEXT: &str = "If you think cryptography is the answer to your problem,\n\
    then you don't know what your problem is.\n";
const PETER: &str = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
const PETER_LINE: &str = "— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n";
const ENOCH: &str = "EnochRoot+af0cfe78+ATtqJ7zOtqQtYqOo0CpvDXNlMhV3HeJDpjrASKGLWdop";
const ENOCH_LINE: &str = "— EnochRoot rwz+eBzmZa0SO3NbfRGzPCpDckykFXSdeX+MNtCOXm2/5n2tiOHp+vAF1aGrQ5ovTG01oOTGwnWLox33WWd1RvMc+QQ=\n";

fn key(text: &str) -> Verifier {
    text.parse().unwrap()
}

fn open<'note>(note: &'note str, keys: &[&str]) -> Result<&'note str, NoteError> {
    let keys: Vec<Verifier> = keys.iter().copied().map(key).collect();
    open_note(note, &keys)
}

fn peter() -> Signer {
    let secret = BASE64
        .decode(b"AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz")
        .unwrap();
    Signer::from_seed(&secret[1..].try_into().unwrap(), "PeterNeumann").unwrap()
}

#[test]
fn the_published_note_is_signed_the_same() {
    let note = sign_note(TEXT, &peter()).unwrap();
    assert_eq!(note, format!("{TEXT}\n{PETER_LINE}"));
}

#[test]
fn a_note_opens_with_any_of_its_keys() {
    let note = format!("{TEXT}\n{PETER_LINE}{ENOCH_LINE}");
    for keys in [&[PETER][..], &[ENOCH], &[PETER, ENOCH]] {
        assert_eq!(open(&note, keys), Ok(TEXT));
    }
    assert_eq!(open(&note, &[]), Err(NoteError::UnknownKey));
}

#[test]
fn a_key_is_known_by_name_and_id_together() {
    let other_name = PETER_LINE.replace("PeterNeumann", "CarmenSandiego");
    let other_id = PETER_LINE.replace("x08g", "xxxx");
    for line in [other_name, other_id] {
        let note = format!("{TEXT}\n{line}");
        assert_eq!(open(&note, &[PETER]), Err(NoteError::UnknownKey));
        // Beside a true signature it is a stranger's.
        let note = format!("{TEXT}\n{line}{PETER_LINE}");
        assert_eq!(open(&note, &[PETER]), Ok(TEXT));
    }
}

#[test]
fn one_wrong_signature_of_a_known_key_refuses_all() {
    let text = TEXT.replace("answer", "Answer");
    assert_eq!(
        open(&format!("{text}\n{PETER_LINE}"), &[PETER]),
        Err(NoteError::WrongSignature)
    );
    let wrong = PETER_LINE.replace("x08go/Z", "x08go/a");
    assert_eq!(
        open(&format!("{TEXT}\n{PETER_LINE}{wrong}"), &[PETER]),
        Err(NoteError::WrongSignature)
    );
    let longer = PETER_LINE.replace("UG/S", "UG/SABCD");
    assert_eq!(
        open(&format!("{TEXT}\n{longer}"), &[PETER]),
        Err(NoteError::WrongSignature)
    );
}

#[test]
fn every_flipped_bit_of_a_note_is_refused() {
    let note = format!("{TEXT}\n{PETER_LINE}");
    for place in (0..note.len()).step_by(3) {
        let mut bytes = note.as_bytes().to_vec();
        bytes[place] ^= 1;
        if let Ok(other) = std::str::from_utf8(&bytes) {
            assert!(open(other, &[PETER]).is_err(), "{place}");
        }
    }
}

#[test]
fn malformed_notes_are_refused() {
    let note = format!("{TEXT}\n{PETER_LINE}");
    let malformed = |line| Err(NoteError::MalformedSignature { line });
    let open = |note: &str| open(note, &[PETER]).map(|_| ());
    assert_eq!(open(TEXT), Err(NoteError::NoSignatures));
    assert_eq!(open(&format!("{TEXT}\n")), Err(NoteError::NoSignatures));
    assert_eq!(open(""), Err(NoteError::NoSignatures));
    assert_eq!(
        open(&format!("\n\n{PETER_LINE}")),
        Err(NoteError::UnfinishedText)
    );
    assert_eq!(open(&note[..note.len() - 1]), malformed(1));
    assert_eq!(open(&format!("{note}More.\n")), malformed(2));
    assert_eq!(open(&format!("{note}More.")), malformed(2));
    assert_eq!(open(&format!("{note}\n")), Err(NoteError::NoSignatures));
    assert_eq!(
        open(&format!("\u{1}{note}")),
        Err(NoteError::ControlCharacter)
    );
    assert_eq!(
        open(&note.replace('\n', "\r\n")),
        Err(NoteError::ControlCharacter)
    );
    for (from, to) in [
        ("— ", "- "),
        ("— ", "—"),
        ("PeterNeumann", "Peter Neumann"),
        ("PeterNeumann", "Peter+Neumann"),
        ("AM=", "AM"),
        // The same bytes in another spelling.
        ("AM=", "AN="),
        ("AM=", "AM= "),
    ] {
        let line = PETER_LINE.replacen(from, to, 1);
        assert_eq!(open(&format!("{TEXT}\n{line}")), malformed(1), "{to}");
    }
    // An id without a signature.
    assert_eq!(
        open(&format!("{TEXT}\n— PeterNeumann x08gow==\n")),
        malformed(1)
    );
}

#[test]
fn the_number_of_signatures_is_limited() {
    let with = |count: usize| format!("{TEXT}\n{}{PETER_LINE}", ENOCH_LINE.repeat(count - 1));
    assert_eq!(open(&with(SIGNATURES_MAX), &[PETER]), Ok(TEXT));
    assert_eq!(
        open(&with(SIGNATURES_MAX + 1), &[PETER]),
        Err(NoteError::TooManySignatures)
    );
}

#[test]
fn a_text_may_hold_empty_lines_and_false_signatures() {
    let signer = peter();
    for text in ["a\n\nb\n", "a\n\n", "a\n— b c\n"] {
        let note = sign_note(text, &signer).unwrap();
        assert_eq!(open(&note, &[PETER]), Ok(text));
    }
}

#[test]
fn what_is_no_text_is_not_signed() {
    let signer = peter();
    for text in ["", "\n", "abc"] {
        assert_eq!(sign_note(text, &signer), Err(NoteError::UnfinishedText));
    }
    assert_eq!(
        sign_note("a\tb\n", &signer),
        Err(NoteError::ControlCharacter)
    );
}
