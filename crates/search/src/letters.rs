//! What becomes of single characters.

/// The Latin (and final sigma) spelling of a lower-case letter that no decomposition takes apart, if it has one.
pub(crate) fn spelled_out(c: char) -> Option<&'static str> {
    Some(match c {
        'ß' => "ss",
        'æ' => "ae",
        'œ' => "oe",
        'þ' => "th",
        'ŋ' => "ng",
        'ł' | 'ƚ' => "l",
        'ø' => "o",
        'đ' | 'ð' | 'ɗ' => "d",
        'ı' | 'ɨ' => "i",
        'ħ' => "h",
        'ŧ' => "t",
        'ƶ' => "z",
        'ɓ' => "b",
        'ƙ' | 'ĸ' => "k",
        'ƴ' => "y",
        // As in machine-readable passports (ICAO 9303, part 3, section 6).
        'ə' | 'ǝ' => "e",
        // The sigma at the end of a word has no upper case of its own.
        'ς' => "σ",
        _ => return None,
    })
}

/// Whether the character is left out: apostrophes in all their forms, accents and vowel points, invisible characters.
///
/// Only marks that writers leave out themselves: the vowel signs of Indic scripts and of Thai, and the voicing marks
/// of Japanese, stay.
pub(crate) fn is_dropped(c: char) -> bool {
    matches!(c,
        // Apostrophes, and what keyboards give for one.
        '\'' | '`' | '´' | '‘' | '’' | '‛' | 'ʼ' | 'ʻ' | 'ʹ' | 'ʿ' | 'ʾ' | '′' | '＇'
        // Accents: Latin, Greek, Cyrillic.
        | '\u{300}'..='\u{36F}' | '\u{483}'..='\u{489}' | '\u{1AB0}'..='\u{1AFF}'
        | '\u{1DC0}'..='\u{1DFF}' | '\u{20D0}'..='\u{20FF}' | '\u{FE20}'..='\u{FE2F}'
        // Points: Hebrew (without the punctuation between them), Arabic; the Arabic stretching sign.
        | '\u{591}'..='\u{5BD}' | '\u{5BF}' | '\u{5C1}' | '\u{5C2}' | '\u{5C4}' | '\u{5C5}' | '\u{5C7}'
        | '\u{610}'..='\u{61A}' | '\u{640}' | '\u{64B}'..='\u{65F}' | '\u{670}' | '\u{6D6}'..='\u{6DC}'
        // Soft hyphen, joiners, directions, variants, byte order mark.
        | '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2064}'
        | '\u{2066}'..='\u{2069}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}')
}

/// Whether the character separates words: blanks, hyphens and dashes, commas, brackets, quotation marks.
///
/// `.`, `@`, `_` and `+` stay: they make a mail address.
pub(crate) fn is_blank(c: char) -> bool {
    c.is_whitespace()
        || c.is_control()
        || matches!(
            c,
            '-' | '\u{2010}'
                ..='\u{2015}'
                    | '\u{2043}'
                    | '\u{2212}'
                    | '\u{58A}'
                    | '\u{5BE}'
                    | '\u{FE58}'
                    | '\u{FE63}'
                    | '\u{FF0D}'
                    | ','
                    | ';'
                    | ':'
                    | '/'
                    | '\\'
                    | '|'
                    | '"'
                    | '“'
                    | '”'
                    | '„'
                    | '‟'
                    | '«'
                    | '»'
                    | '‹'
                    | '›'
                    | '‚'
                    | '('
                    | ')'
                    | '['
                    | ']'
                    | '{'
                    | '}'
                    | '<'
                    | '>'
                    | '،'
                    | '؛'
                    | '、'
        )
}
