/// What the quotes in the text of one record are like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Quotes {
    /// Each quoted cell ends with its closing quote.
    Sound,
    /// Text follows a closing quote: quotes inside a quoted cell were not doubled, or the quote
    /// belongs to another record.
    Stray,
    /// The text ends within a quoted cell.
    Open,
}

impl Quotes {
    /// Follows the quotes of a record as the `csv` crate does: a quote opens a cell only as its
    /// first character (RFC 4180, section 2).
    pub(super) fn of(record: &[u8], delimiter: u8) -> Self {
        let mut place = Place::Start;
        let mut stray = false;
        for byte in record {
            place = match (place, byte) {
                (Place::Quoted, b'"') => Place::BehindQuote,
                (Place::Quoted, _) | (Place::Start | Place::BehindQuote, b'"') => Place::Quoted,
                (_, b'\r' | b'\n') => Place::Start,
                (_, other) if *other == delimiter => Place::Start,
                (Place::BehindQuote, _) => {
                    stray = true;
                    Place::Plain
                }
                (Place::Start | Place::Plain, _) => Place::Plain,
            };
        }
        match (place, stray) {
            (Place::Quoted, _) => Self::Open,
            (_, true) => Self::Stray,
            (_, false) => Self::Sound,
        }
    }
}

#[derive(Clone, Copy)]
enum Place {
    Start,
    Plain,
    Quoted,
    BehindQuote,
}

#[cfg(test)]
mod tests {
    use super::Quotes;

    #[test]
    fn doubled_quotes_and_quoted_line_ends_are_sound() {
        assert_eq!(
            Quotes::of(b"\"a \"\"b\"\"; c\";\"d\ne\"\r\n", b';'),
            Quotes::Sound
        );
        assert_eq!(Quotes::of(b"a \"b\" c;d", b';'), Quotes::Sound);
    }

    #[test]
    fn text_behind_a_closing_quote_is_stray() {
        assert_eq!(Quotes::of(b"\"a\" b;c", b';'), Quotes::Stray);
    }

    #[test]
    fn a_quote_without_an_end_is_open() {
        assert_eq!(Quotes::of(b"a;\"b;c\nd;e", b';'), Quotes::Open);
    }
}
