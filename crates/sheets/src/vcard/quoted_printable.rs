use encoding_rs::{Encoding, UTF_8, WINDOWS_1252};

/// Decodes quoted-printable text (RFC 2045, section 6.7) of the named charset; without a known
/// one, as UTF-8 or, where it is none, as Windows-1252. A broken escape stays as it stands.
pub(super) fn decode(text: &str, charset: Option<&str>) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((first, behind)) = rest.split_first() {
        let escaped = behind
            .get(..2)
            .filter(|_| *first == b'=')
            .and_then(hexadecimal);
        if let Some(byte) = escaped {
            bytes.push(byte);
            rest = &behind[2..];
        } else {
            bytes.push(*first);
            rest = behind;
        }
    }
    let named = charset.and_then(|name| Encoding::for_label(name.as_bytes()));
    let fallback = if std::str::from_utf8(&bytes).is_ok() {
        UTF_8
    } else {
        WINDOWS_1252
    };
    named
        .unwrap_or(fallback)
        .decode_without_bom_handling(&bytes)
        .0
        .into_owned()
}

fn hexadecimal(digits: &[u8]) -> Option<u8> {
    let digits = std::str::from_utf8(digits).ok()?;
    let all_digits = digits.bytes().all(|digit| digit.is_ascii_hexdigit());
    all_digits
        .then(|| u8::from_str_radix(digits, 16).ok())
        .flatten()
}

#[cfg(test)]
mod tests {
    use super::decode;

    #[test]
    fn escapes_become_characters_of_their_charset() {
        assert_eq!(decode("Br=C3=A4uer", Some("UTF-8")), "Bräuer");
        assert_eq!(decode("Br=E4uer", Some("ISO-8859-1")), "Bräuer");
        assert_eq!(decode("Br=E4uer", None), "Bräuer");
    }

    #[test]
    fn a_broken_escape_stays() {
        assert_eq!(decode("1 =X2 = =+1 =C", None), "1 =X2 = =+1 =C");
    }
}
