//! Text as it is compared.

use unicode_normalization::UnicodeNormalization;

use crate::{
    buffer::Buffer,
    letters::{is_blank, is_dropped, spelled_out},
};

/// How umlauts are folded.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Form {
    /// `ä` is `a`, as in a dictionary (DIN 5007-1).
    Plain,
    /// `ä` is `ae`, as in a list of names (DIN 5007-2) and in mail addresses.
    Long,
}

/// Folds case, accents and punctuation away: `Łukasz` and `lukasz`, `Müller` and `muller`, `Meyer‑Lansky` and
/// `meyer lansky`, `O’Brien` and `obrien` become the same.
///
/// Compatibility forms are taken apart (Unicode NFKD), accents dropped, letters lowered and `ß`, `ł`, `ø`, `đ`, `æ`,
/// `œ`, `ð`, `þ`, `ı`, `ħ` and the like written in plain Latin. Hyphens, commas, brackets and quotation marks are blanks,
/// apostrophes nothing; blanks are single, none at either end. `.`, `@`, `_` and `+` stay. The result has no control
/// characters, and folding it again changes nothing.
pub fn fold(text: &str) -> String {
    folded(text, Form::Plain)
}

/// Folds as [`fold`] does, but writes umlauts as Germans transcribe them: `ä` is `ae`, `ö` and `ø` are `oe`, `ü` is `ue`,
/// `å` is `aa`.
pub fn fold_long(text: &str) -> String {
    folded(text, Form::Long)
}

fn folded(text: &str, form: Form) -> String {
    let mut out = Buffer::with_capacity(text.len() + text.len() / 4);
    fold_into(text, form, &mut out);
    String::from_utf8_lossy(out.as_slice()).into_owned()
}

/// Appends the folded text to `out`.
pub(crate) fn fold_into(text: &str, form: Form, out: &mut Buffer) {
    let mut fold = Fold {
        out,
        form,
        base: ' ',
        blank: false,
        empty: true,
    };
    if text.is_ascii() {
        fold.ascii(text.as_bytes());
    } else {
        // Before decomposition, because the acute accent used as an apostrophe decomposes to a blank and a mark.
        for c in text.chars().filter(|c| !is_apostrophe(*c)).nfkd() {
            fold.push(c);
        }
    }
}

fn is_apostrophe(c: char) -> bool {
    matches!(c, '´' | '΄' | '᾽' | '᾿')
}

struct Fold<'a> {
    out: &'a mut Buffer,
    form: Form,
    /// The last letter that was no mark, lowered.
    base: char,
    /// A blank is due before the next letter.
    blank: bool,
    /// Nothing was written yet.
    empty: bool,
}

impl Fold<'_> {
    fn ascii(&mut self, text: &[u8]) {
        self.out.reserve(text.len());
        for byte in text {
            if byte.is_ascii_alphanumeric() {
                self.separate();
                self.out.push(byte.to_ascii_lowercase());
            } else {
                self.push(char::from(*byte));
            }
        }
    }

    fn push(&mut self, c: char) {
        if self.form == Form::Long && is_dropped(c) {
            match (self.base, c) {
                ('a' | 'o' | 'u', '\u{308}') => self.out.push(b'e'),
                ('a', '\u{30A}') => self.out.push(b'a'),
                _ => return,
            }
            // One umlaut for each letter, however many marks it carries.
            self.base = ' ';
        } else if is_blank(c) {
            self.blank = true;
            self.base = ' ';
        } else if !is_dropped(c) {
            self.letter(c);
        }
    }

    fn letter(&mut self, c: char) {
        self.separate();
        for lower in c.to_lowercase().filter(|lower| !is_dropped(*lower)) {
            self.base = lower;
            match spelled_out(lower) {
                Some(_) if self.form == Form::Long && lower == 'ø' => self.out.extend(b"oe"),
                Some(spelled) => self.out.extend(spelled.as_bytes()),
                None => self.out.push_char(lower),
            }
        }
    }

    fn separate(&mut self) {
        if self.blank && !self.empty {
            self.out.push(b' ');
        }
        self.blank = false;
        self.empty = false;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accents_and_case_are_folded() {
        for (text, folded) in [
            ("Łukasz", "lukasz"),
            ("MÜLLER", "muller"),
            ("Mu\u{308}ller", "muller"),
            ("Straße", "strasse"),
            ("STRAẞE", "strasse"),
            ("Søren Æbelø", "soren aebelo"),
            ("Đorđe", "dorde"),
            ("Þórður Guðmundsson", "thordur gudmundsson"),
            ("Œuvre", "oeuvre"),
            ("IŞIK İnce ırmak", "isik ince irmak"),
            ("Ħal Għaxaq", "hal ghaxaq"),
            ("Nguyễn", "nguyen"),
            ("ﬁnﬀ ＡＢＣ", "finff abc"),
        ] {
            assert_eq!(fold(text), folded, "{text}");
        }
    }

    #[test]
    fn the_long_form_transcribes_umlauts() {
        for (text, folded) in [
            ("Müller", "mueller"),
            ("Mu\u{308}ller", "mueller"),
            ("ÄÖÜ", "aeoeue"),
            ("Ångström", "aangstroem"),
            ("Søren", "soeren"),
            ("Citroën Růžička Łódź", "citroen ruzicka lodz"),
            ("Groß", "gross"),
            ("ǖ", "ue"),
            ("u\u{308}\u{308}", "ue"),
            ("Huber", "huber"),
        ] {
            assert_eq!(fold_long(text), folded, "{text}");
        }
    }

    #[test]
    fn hyphens_and_commas_are_blanks_and_apostrophes_nothing() {
        for text in [
            "Meyer-Lansky",
            " meyer\u{2011}lansky ",
            "Meyer \u{2013} Lansky,",
            "meyer\tlansky\n",
        ] {
            assert_eq!(fold(text), "meyer lansky", "{text}");
        }
        for text in ["O'Brien", "O’Brien", "O´Brien", "O`Brien", "OʼBrien"] {
            assert_eq!(fold(text), "obrien", "{text}");
        }
        assert_eq!(fold("-, \u{301}"), "");
        assert_eq!(
            fold("Anna Huber <anna@x.example>"),
            "anna huber anna@x.example"
        );
    }

    #[test]
    fn addresses_keep_their_signs() {
        assert_eq!(
            fold("Anna.M_Huber+Gala@X.Example"),
            "anna.m_huber+gala@x.example"
        );
    }

    #[test]
    fn other_scripts_are_kept() {
        for (text, folded) in [
            ("Ἀλέξανδρος", "αλεξανδροσ"),
            ("ΑΛΈΞΑΝΔΡΟΣ", "αλεξανδροσ"),
            ("Юрий Соловьёв", "юрии соловьев"),
            ("أَحْمَد", "احمد"),
            ("דָּוִד", "דוד"),
            ("王小明", "王小明"),
            ("हिन्दी", "हिन्दी"),
            ("Anna 🎉👩\u{200D}🚀", "anna 🎉👩🚀"),
            ("❤\u{FE0F}", "❤"),
        ] {
            assert_eq!(fold(text), folded, "{text}");
        }
    }

    /// All characters but ideographs, syllables of Hangul and private ones, which are kept as they are or decomposed by
    /// rule.
    fn characters() -> impl Iterator<Item = char> {
        let ranges = [
            '\0'..='\u{33FF}',
            '\u{A000}'..='\u{AC00}',
            '\u{F900}'..='\u{1FFFF}',
        ];
        ranges.into_iter().flatten()
    }

    #[test]
    fn folding_twice_changes_nothing() {
        for c in characters() {
            let text = String::from_iter(['a', c, 'b']);
            for once in [fold(&text), fold_long(&text)] {
                assert_eq!(fold(&once), once, "{c:?}");
                assert!(!once.chars().any(char::is_control), "{c:?}");
            }
        }
    }

    #[test]
    fn both_forms_have_the_same_words() {
        for c in characters() {
            let text = String::from_iter(['a', c, 'b']);
            let count = |folded: String| folded.split(' ').count();
            assert_eq!(count(fold(&text)), count(fold_long(&text)), "{c:?}");
        }
    }
}
