//! The readable part of a public address.

const LENGTH_MAX: usize = 40;

/// The readable part of an event's public address: lower-case ASCII words with hyphens, never empty.
pub fn slug_of(title: &str) -> String {
    let mut slug = String::new();
    for c in fold(title).chars() {
        if c.is_ascii_alphanumeric() {
            slug.push(c);
        } else if !slug.is_empty() && !slug.ends_with('-') {
            slug.push('-');
        }
        if slug.len() >= LENGTH_MAX {
            break;
        }
    }
    let slug = slug.trim_end_matches('-');
    if slug.is_empty() {
        "event".to_owned()
    } else {
        slug.to_owned()
    }
}

/// Lower case without accents, German umlauts spelled out.
fn fold(text: &str) -> String {
    use unicode_normalization::UnicodeNormalization;
    let mut folded = String::with_capacity(text.len());
    for c in text.nfc().flat_map(char::to_lowercase) {
        match c {
            'ä' => folded.push_str("ae"),
            'ö' => folded.push_str("oe"),
            'ü' => folded.push_str("ue"),
            'ß' => folded.push_str("ss"),
            'ł' => folded.push('l'),
            'ı' => folded.push('i'),
            'ø' => folded.push('o'),
            _ => folded.extend(
                std::iter::once(c)
                    .nfd()
                    .filter(|part| !('\u{300}'..='\u{36F}').contains(part)),
            ),
        }
    }
    folded
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slug_is_readable_and_plain() {
        assert_eq!(
            slug_of("Sommerfest 2027 – für Größe & Łódź!"),
            "sommerfest-2027-fuer-groesse-lodz"
        );
        assert_eq!(slug_of("🎉"), "event");
    }
}
