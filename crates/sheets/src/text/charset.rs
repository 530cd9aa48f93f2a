use encoding_rs::{Encoding, ISO_8859_15, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

/// How the bytes of a text file become characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Charset {
    /// UTF-8, with or without a byte order mark.
    Utf8,
    /// Windows-1252, what Excel writes as "CSV" in western Europe.
    Windows1252,
    /// ISO 8859-15, the Latin alphabet number 1 with a euro sign.
    Iso8859_15,
    /// UTF-16, low byte first: Excel's "Unicode text".
    Utf16Le,
    /// UTF-16, high byte first.
    Utf16Be,
}

/// Bytes looked at to recognise UTF-16 without a byte order mark.
const SAMPLE_BYTES: usize = 2048;

impl Charset {
    /// The charset of a text: by its byte order mark, else UTF-8 where the bytes are valid, else
    /// a western one, which fits any bytes.
    pub(crate) fn guess(bytes: &[u8]) -> Self {
        if bytes.starts_with(b"\xEF\xBB\xBF") {
            Self::Utf8
        } else if bytes.starts_with(b"\xFF\xFE") {
            Self::Utf16Le
        } else if bytes.starts_with(b"\xFE\xFF") {
            Self::Utf16Be
        } else if let Some(charset) = guess_utf16(bytes) {
            charset
        } else if std::str::from_utf8(bytes).is_ok() {
            Self::Utf8
        } else if is_latin_9(bytes) {
            Self::Iso8859_15
        } else {
            Self::Windows1252
        }
    }

    pub(crate) fn encoding(self) -> &'static Encoding {
        match self {
            Self::Utf8 => UTF_8,
            Self::Windows1252 => WINDOWS_1252,
            Self::Iso8859_15 => ISO_8859_15,
            Self::Utf16Le => UTF_16LE,
            Self::Utf16Be => UTF_16BE,
        }
    }
}

/// Western text in UTF-16 has a zero in every second byte and none in the others.
fn guess_utf16(bytes: &[u8]) -> Option<Charset> {
    if !bytes.len().is_multiple_of(2) {
        return None;
    }
    let (pairs, _) = bytes[..bytes.len().min(SAMPLE_BYTES)].as_chunks::<2>();
    let zeros = |index: usize| pairs.iter().filter(|pair| pair[index] == 0).count();
    let (high_first, low_first) = (zeros(0), zeros(1));
    if low_first * 2 > pairs.len() && high_first == 0 {
        Some(Charset::Utf16Le)
    } else if high_first * 2 > pairs.len() && low_first == 0 {
        Some(Charset::Utf16Be)
    } else {
        None
    }
}

/// 0xA4 is the euro sign in ISO 8859-15 and the all but unused currency sign in Windows-1252,
/// whose own letters in 0x80 to 0x9F are control characters in ISO 8859-15.
fn is_latin_9(bytes: &[u8]) -> bool {
    bytes.contains(&0xA4) && !bytes.iter().any(|byte| (0x80..=0x9F).contains(byte))
}

#[cfg(test)]
mod tests {
    use super::Charset;

    #[test]
    fn a_byte_order_mark_decides() {
        assert_eq!(Charset::guess(b"\xEF\xBB\xBFa"), Charset::Utf8);
        assert_eq!(Charset::guess(b"\xFF\xFEa\0"), Charset::Utf16Le);
        assert_eq!(Charset::guess(b"\xFE\xFF\0a"), Charset::Utf16Be);
    }

    #[test]
    fn utf_16_is_seen_without_a_mark() {
        assert_eq!(Charset::guess(b"A\0n\0n\0a\0"), Charset::Utf16Le);
        assert_eq!(Charset::guess(b"\0A\0n\0n\0a"), Charset::Utf16Be);
    }

    #[test]
    fn bytes_that_are_no_utf_8_are_western() {
        assert_eq!(Charset::guess("Bräuer".as_bytes()), Charset::Utf8);
        assert_eq!(Charset::guess(b"Br\xE4uer"), Charset::Windows1252);
        assert_eq!(Charset::guess(b"Br\xE4uer \x80 5"), Charset::Windows1252);
        assert_eq!(Charset::guess(b"Br\xE4uer \xA4 5"), Charset::Iso8859_15);
    }
}
