use crate::limits::MAX_CELL_CHARS;

/// The text of a cell as the table holds it: no NUL, no blanks around it, one line.
pub(crate) fn tidy(raw: &str) -> String {
    let trimmed = raw.trim_matches(is_blank);
    if !trimmed.contains(|character| character == '\0' || is_line_end(character)) {
        return trimmed.to_owned();
    }
    let without_nul = trimmed.replace('\0', "");
    let lines: Vec<&str> = without_nul
        .split(is_line_end)
        .map(|line| line.trim_matches(is_blank))
        .filter(|line| !line.is_empty())
        .collect();
    lines.join(" ")
}

/// Whether a cell, as it stands in the file, is longer than is read.
pub(crate) fn is_too_long(raw: &str) -> bool {
    raw.len() > MAX_CELL_CHARS && raw.chars().count() > MAX_CELL_CHARS
}

/// White space (U+00A0 is among it) and what is as invisible and comes along when text is copied
/// from a mail or a page: NUL, zero width space, word joiner, byte order mark, direction marks.
fn is_blank(character: char) -> bool {
    character.is_whitespace()
        || matches!(
            character,
            '\0' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2060}' | '\u{feff}'
        )
}

fn is_line_end(character: char) -> bool {
    matches!(
        character,
        '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}'
    )
}

#[cfg(test)]
mod tests {
    use super::tidy;

    #[test]
    fn invisible_characters_around_a_cell_go() {
        assert_eq!(tidy("\u{feff}\u{a0} Anna Maria\u{200b}\t"), "Anna Maria");
    }

    #[test]
    fn inner_line_ends_become_one_space() {
        assert_eq!(
            tidy("Zeile eins \r\n\r\n Zeile zwei\u{b}drei"),
            "Zeile eins Zeile zwei drei"
        );
    }

    #[test]
    fn nul_goes_wherever_it_stands() {
        assert_eq!(tidy("\0An\0na\0"), "Anna");
    }

    #[test]
    fn a_joined_emoji_stays_whole() {
        assert_eq!(tidy(" 👩\u{200d}🚀 "), "👩\u{200d}🚀");
    }
}
