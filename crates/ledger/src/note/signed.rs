//! Text and its signatures.

use data_encoding::BASE64;

use super::{
    signer::Signer,
    verifier::{Verifier, check_name},
};

/// Signatures that a note may carry. C2SP signed-note asks for at least 16; the limit bounds the work that a stranger can
/// cause.
pub const SIGNATURES_MAX: usize = 16;

/// What a signature line begins with: em dash and blank.
const MARK: &str = "— ";

/// A text that cannot be signed, or that is no note of a known key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NoteError {
    /// There is no text, or it does not end in a line feed.
    #[error("the text is empty or its last line does not end")]
    UnfinishedText,
    /// A control character other than the line feed.
    #[error("the note has a control character")]
    ControlCharacter,
    /// No blank line that parts text and signatures.
    #[error("the note has no signatures")]
    NoSignatures,
    /// A signature line is not `— name base64`, or something follows the last one.
    #[error("line {line} of the signatures is none")]
    MalformedSignature {
        /// The line, from 1 after the blank one.
        line: usize,
    },
    /// More than [`SIGNATURES_MAX`].
    #[error("the note has more than {SIGNATURES_MAX} signatures")]
    TooManySignatures,
    /// A signature in the name of a known key is not of this text.
    #[error("a signature of a known key is wrong")]
    WrongSignature,
    /// None of the signatures is by a known key.
    #[error("no signature is by a known key")]
    UnknownKey,
}

fn check_characters(text: &str) -> Result<(), NoteError> {
    if text.contains(|char: char| char < ' ' && char != '\n') {
        return Err(NoteError::ControlCharacter);
    }
    Ok(())
}

/// The note: text, blank line, one signature line. The text must end in a line feed.
pub fn sign_note(text: &str, signer: &Signer) -> Result<String, NoteError> {
    check_characters(text)?;
    if !text.ends_with('\n') || text == "\n" {
        return Err(NoteError::UnfinishedText);
    }
    let verifier = signer.verifier();
    let signature = [&verifier.id()[..], &signer.signature(text)].concat();
    let name = verifier.name();
    Ok(format!(
        "{text}\n{MARK}{name} {}\n",
        BASE64.encode(&signature)
    ))
}

/// The text of a note that at least one of `known` has signed, with its last line feed. Signatures of other keys are
/// ignored, as the specification demands (witnesses, rotated keys); a wrong one in the name of a known key refuses the
/// whole note.
pub fn open_note<'note>(note: &'note str, known: &[Verifier]) -> Result<&'note str, NoteError> {
    let (text, signatures) = split(note)?;
    let mut is_signed = false;
    for (index, line) in signatures.lines().enumerate() {
        let malformed = NoteError::MalformedSignature { line: index + 1 };
        if index == SIGNATURES_MAX {
            return Err(NoteError::TooManySignatures);
        }
        let (name, id, signature) = read_signature(line).ok_or(malformed)?;
        let of_key = |verifier: &&Verifier| verifier.name() == name && verifier.id() == id;
        if let Some(verifier) = known.iter().find(of_key) {
            if !verifier.is_signed(text, &signature) {
                return Err(NoteError::WrongSignature);
            }
            is_signed = true;
        }
    }
    if is_signed {
        Ok(text)
    } else {
        Err(NoteError::UnknownKey)
    }
}

/// Text and signature lines, both with their last line feed. The last empty line parts them.
pub(crate) fn split(note: &str) -> Result<(&str, &str), NoteError> {
    check_characters(note)?;
    let end = note.rfind("\n\n").ok_or(NoteError::NoSignatures)? + 1;
    let (text, signatures) = (&note[..end], &note[end + 1..]);
    if text == "\n" {
        return Err(NoteError::UnfinishedText);
    }
    if signatures.is_empty() {
        return Err(NoteError::NoSignatures);
    }
    if !signatures.ends_with('\n') {
        let line = signatures.lines().count();
        return Err(NoteError::MalformedSignature { line });
    }
    Ok((text, signatures))
}

/// Name, key id and signature.
fn read_signature(line: &str) -> Option<(&str, [u8; 4], Vec<u8>)> {
    let (name, base64) = line.strip_prefix(MARK)?.split_once(' ')?;
    check_name(name).ok()?;
    let bytes = BASE64.decode(base64.as_bytes()).ok()?;
    let (id, signature) = bytes.split_first_chunk()?;
    (!signature.is_empty()).then(|| (name, *id, signature.to_vec()))
}
