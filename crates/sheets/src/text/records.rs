use csv::{ReaderBuilder, StringRecord};

use super::quotes::Quotes;
use crate::cell;
use crate::limits::{MAX_COLUMNS, MAX_ROWS};
use crate::table::Record;
use crate::{BadLine, BadLineReason, Delimiter, ReadError};

/// Bytes that are read a second time behind unbalanced quotes, in all. Bounds the time that a
/// file made of such quotes can take.
const REREAD_BYTES_MAX: usize = 64 * 1024 * 1024;

/// The records of a text and those that could not be read, both in order.
pub(super) struct Records {
    pub(super) records: Vec<Record>,
    pub(super) bad_lines: Vec<BadLine>,
}

/// Cuts a text, whose first line has the number `line`, into records.
pub(super) fn cut(text: &str, delimiter: Delimiter, line: u32) -> Result<Records, ReadError> {
    let mut cutter = Cutter {
        text,
        delimiter: delimiter.byte(),
        counted_to: 0,
        line,
        reread_bytes: 0,
        found: Records {
            records: Vec::new(),
            bad_lines: Vec::new(),
        },
    };
    let mut start = Some(0);
    while let Some(from) = start {
        start = cutter.run(from)?;
    }
    Ok(cutter.found)
}

struct Cutter<'a> {
    text: &'a str,
    delimiter: u8,
    /// The byte up to which lines are counted, and the number of the line that starts there.
    counted_to: usize,
    line: u32,
    reread_bytes: usize,
    found: Records,
}

impl Cutter<'_> {
    /// Reads on from a byte. Gives the byte to start again from when a quote went astray.
    fn run(&mut self, from: usize) -> Result<Option<usize>, ReadError> {
        let bytes = self.text.as_bytes();
        let mut reader = ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .delimiter(self.delimiter)
            .from_reader(&bytes[from..]);
        let mut record = StringRecord::new();
        loop {
            let begin = from + offset(&reader);
            // Text is valid UTF-8 and any number of cells is welcome: only the end stops this.
            if !matches!(reader.read_record(&mut record), Ok(true)) {
                return Ok(None);
            }
            let raw = &bytes[begin..from + offset(&reader)];
            let blank = raw
                .iter()
                .take_while(|byte| matches!(byte, b'\r' | b'\n'))
                .count();
            let (begin, raw) = (begin + blank, &raw[blank..]);
            self.count_lines(begin);
            if let Some(first_line_bytes) = self.unbalanced(raw) {
                self.refuse(BadLineReason::UnbalancedQuote);
                self.reread_bytes += raw.len();
                if self.reread_bytes <= REREAD_BYTES_MAX {
                    return Ok(Some(begin + first_line_bytes));
                }
            } else {
                self.keep(&record);
            }
            if self.found.records.len() + self.found.bad_lines.len() > MAX_ROWS * 2 {
                return Err(ReadError::TooManyRows { rows_max: MAX_ROWS });
            }
        }
    }

    fn count_lines(&mut self, to: usize) {
        let passed = &self.text.as_bytes()[self.counted_to..to];
        let ends = passed
            .iter()
            .enumerate()
            .filter(|(index, byte)| match byte {
                b'\n' => true,
                b'\r' => passed.get(index + 1) != Some(&b'\n'),
                _ => false,
            });
        self.line = self
            .line
            .saturating_add(u32::try_from(ends.count()).unwrap_or(u32::MAX));
        self.counted_to = to;
    }

    /// The length of the record's first line if its quotes cannot be meant as they stand: one
    /// stays open, or one that spans lines is followed by more text. Within one line a stray
    /// quote harms nobody but its own cell.
    fn unbalanced(&self, raw: &[u8]) -> Option<usize> {
        if !raw.contains(&b'"') {
            return None;
        }
        let first_line = raw.iter().position(|byte| matches!(byte, b'\r' | b'\n'));
        let first_line_bytes = first_line.unwrap_or(raw.len());
        let spans_lines = raw[first_line_bytes..]
            .iter()
            .any(|byte| !byte.is_ascii_whitespace());
        match Quotes::of(raw, self.delimiter) {
            Quotes::Open => Some(first_line_bytes),
            Quotes::Stray if spans_lines => Some(first_line_bytes),
            Quotes::Stray | Quotes::Sound => None,
        }
    }

    fn keep(&mut self, record: &StringRecord) {
        if record.iter().any(cell::is_too_long) {
            return self.refuse(BadLineReason::CellTooLong);
        }
        let mut cells = Vec::with_capacity(record.len().min(MAX_COLUMNS + 1));
        for (index, raw) in record.iter().enumerate() {
            let cell = cell::tidy(raw);
            if index <= MAX_COLUMNS {
                cells.push(cell);
            } else if !cell.is_empty() {
                // One filled cell beyond the limit stands for all of them.
                cells[MAX_COLUMNS] = cell;
                break;
            }
        }
        self.found.records.extend(Record::new(self.line, cells));
    }

    fn refuse(&mut self, reason: BadLineReason) {
        self.found.bad_lines.push(BadLine {
            line: self.line,
            reason,
        });
    }
}

fn offset(reader: &csv::Reader<&[u8]>) -> usize {
    usize::try_from(reader.position().byte()).expect("no file is longer than its slice")
}
