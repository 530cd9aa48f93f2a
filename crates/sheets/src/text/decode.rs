use std::borrow::Cow;

use crate::{Charset, ReadError};

/// How files start that are no list, whatever their bytes look like as text.
const FOREIGN: [&[u8]; 10] = [
    b"\x89PNG",
    b"\xFF\xD8\xFF",
    b"GIF8",
    b"%PDF",
    b"\x1F\x8B",
    b"7z\xBC\xAF",
    b"Rar!",
    b"RIFF",
    b"{\\rtf",
    b"SQLite format 3",
];

/// Fewer control characters than this may have slipped into a text by accident.
const CONTROLS_MIN: usize = 8;

/// The text of a file and the charset it was read in. Bytes that the charset does not know become
/// U+FFFD, so that an organiser sees that the charset is the wrong one.
pub(crate) fn decode(
    bytes: &[u8],
    chosen: Option<Charset>,
) -> Result<(Cow<'_, str>, Charset), ReadError> {
    if FOREIGN.iter().any(|start| bytes.starts_with(start)) {
        return Err(ReadError::NotText);
    }
    let charset = chosen.unwrap_or_else(|| Charset::guess(bytes));
    let (text, _) = charset.encoding().decode_with_bom_removal(bytes);
    let controls = text
        .chars()
        .filter(|character| is_foreign(*character))
        .count();
    if controls > CONTROLS_MIN && controls.saturating_mul(50) > text.len() {
        return Err(ReadError::NotText);
    }
    if text
        .chars()
        .all(|character| character.is_whitespace() || character == '\0')
    {
        return Err(ReadError::Empty);
    }
    Ok((text, charset))
}

/// A control character that no list needs.
fn is_foreign(character: char) -> bool {
    character.is_ascii_control() && !matches!(character, '\t' | '\n' | '\r' | '\u{b}' | '\u{c}')
}
