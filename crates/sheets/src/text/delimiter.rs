use std::collections::BTreeMap;

use csv::{ReaderBuilder, StringRecord};

/// What stands between two cells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Delimiter {
    /// `;`, Excel's in German.
    Semicolon,
    /// A tab: cells pasted from a spreadsheet.
    Tab,
    /// `,`
    Comma,
    /// `|`
    Pipe,
}

/// Records looked at to guess the delimiter.
const SAMPLE_RECORDS: usize = 20;

/// Bytes looked at for that: a stray quote must not make one record of a whole file.
const SAMPLE_BYTES: usize = 64 * 1024;

/// Cells of a record counted for that; more say nothing more.
const SAMPLE_CELLS: usize = 1000;

impl Delimiter {
    const ALL: [Self; 4] = [Self::Semicolon, Self::Tab, Self::Comma, Self::Pipe];

    /// The character itself, as a byte.
    pub(crate) fn byte(self) -> u8 {
        match self {
            Self::Semicolon => b';',
            Self::Tab => b'\t',
            Self::Comma => b',',
            Self::Pipe => b'|',
        }
    }

    /// The delimiter of a byte, if it is one.
    pub(crate) fn from_byte(byte: u8) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|delimiter| delimiter.byte() == byte)
    }

    /// The one that cuts most records into the same number of cells, and into many. A comma
    /// where none cuts anything: a list of one column.
    pub(crate) fn guess(text: &str) -> Self {
        let mut best = (0, Self::Comma);
        for delimiter in Self::ALL {
            let score = delimiter.score(text);
            if score > best.0 {
                best = (score, delimiter);
            }
        }
        best.1
    }

    fn score(self, text: &str) -> usize {
        let sample = &text.as_bytes()[..text.len().min(SAMPLE_BYTES)];
        let mut reader = ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .delimiter(self.byte())
            .from_reader(sample);
        let mut record = StringRecord::new();
        let mut counts = BTreeMap::<usize, usize>::new();
        for _ in 0..SAMPLE_RECORDS {
            if !matches!(reader.read_record(&mut record), Ok(true)) {
                break;
            }
            *counts.entry(record.len().min(SAMPLE_CELLS)).or_default() += 1;
        }
        counts
            .into_iter()
            .map(|(width, records)| (width - 1) * records)
            .max()
            .unwrap_or(0)
    }
}

#[cfg(test)]
mod tests {
    use super::Delimiter;

    #[test]
    fn each_delimiter_is_guessed() {
        assert_eq!(Delimiter::guess("a;b;c\nd;e;f"), Delimiter::Semicolon);
        assert_eq!(Delimiter::guess("a\tb\tc\nd\te\tf"), Delimiter::Tab);
        assert_eq!(Delimiter::guess("a,b,c\nd,e,f"), Delimiter::Comma);
        assert_eq!(Delimiter::guess("a|b|c\nd|e|f"), Delimiter::Pipe);
    }

    #[test]
    fn a_delimiter_in_quotes_does_not_count() {
        assert_eq!(
            Delimiter::guess("\"x;y;z\",b\n\"u;v;w\",d"),
            Delimiter::Comma
        );
    }

    #[test]
    fn commas_in_cells_do_not_win_over_the_real_one() {
        let text = "Name;Mail;Firma\nHuber, Anna;a@x.example;A\nMaier, Ben;b@x.example;B, C\n";
        assert_eq!(Delimiter::guess(text), Delimiter::Semicolon);
    }
}
