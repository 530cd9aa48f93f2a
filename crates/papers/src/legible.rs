//! Text in letters that the fonts have.

use deunicode::deunicode_char;
use unicode_normalization::UnicodeNormalization;

use crate::world::has_glyph;

/// The text with every letter that the fonts lack written in Latin ones: an accessible paper may not hold a letter
/// without a shape. `?` stands for what has no Latin form either.
pub(crate) fn legible(text: &str) -> String {
    text.nfc()
        .map(|letter| {
            if has_glyph(letter) {
                letter.to_string()
            } else {
                deunicode_char(letter).unwrap_or("?").to_owned()
            }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::legible;

    #[test]
    fn what_the_fonts_have_stays_and_the_rest_is_written_in_latin() {
        for (text, shown) in [
            ("Kulturverein „Łódź“", "Kulturverein „Łódź“"),
            ("Zoe\u{308} Müller", "Zoë Müller"),
            ("Дом культуры", "Dom kul'tury"),
            ("Σύλλογος", "Sullogos"),
            ("文化", "Wen Hua "),
            ("Fest \u{1f389}", "Fest tada "),
            ("\u{10ffff}", "?"),
        ] {
            assert_eq!(legible(text), shown, "{text}");
        }
    }
}
