use std::fmt;

use crate::{Charset, Delimiter};

/// A list read from a file: a table of text.
#[derive(Clone, PartialEq, Eq)]
pub struct Sheet {
    /// What the file turned out to be.
    pub format: Format,
    /// How the bytes became characters; `None` for a spreadsheet.
    pub charset: Option<Charset>,
    /// What stands between two cells; `None` for a spreadsheet and for vCard.
    pub delimiter: Option<Delimiter>,
    /// One name per column, in order; `""` for a column without a name.
    pub header: Vec<String>,
    /// Whether the names in `header` come from the file. If not, each of them is `""`.
    pub has_header: bool,
    /// The records below the header, in order; blank ones are left out.
    pub rows: Vec<Row>,
    /// The records that could not be read, in order.
    pub bad_lines: Vec<BadLine>,
}

/// One record.
#[derive(Clone, PartialEq, Eq)]
pub struct Row {
    /// Where the organiser finds it, 1-based: the line in which a CSV record starts, the row's
    /// number in a spreadsheet, the line of `BEGIN:VCARD`.
    pub line: u32,
    /// As many cells as the header has, trimmed, each on one line, without NUL.
    pub cells: Vec<String>,
}

/// A record that could not be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BadLine {
    /// Where the organiser finds it, counted as in [`Row::line`].
    pub line: u32,
    /// What is wrong with it.
    pub reason: BadLineReason,
}

/// What is wrong with a record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BadLineReason {
    /// It has more filled cells than the table has columns: most likely a delimiter inside a
    /// cell without quotes, so that the cells behind it are in the wrong columns.
    TooManyCells,
    /// One of its cells is longer than [`crate::MAX_CELL_CHARS`].
    CellTooLong,
    /// A quote opens and does not close where a cell ends. The next line is read on its own.
    UnbalancedQuote,
    /// A card without `END:VCARD`.
    UnfinishedCard,
    /// A card with none of the properties that are read.
    EmptyCard,
    /// Text before, between or behind the cards.
    OutsideCard,
}

/// What a file is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// Lines of cells with a delimiter (RFC 4180 and its relatives), pasted cells included.
    Csv,
    /// An Office Open XML workbook (XLSX, XLSM).
    Spreadsheet,
    /// vCard 2.1, 3.0 (RFC 2426) or 4.0 (RFC 6350).
    VCard,
}

/// Counts, no content: the cells are personal data, and a guessed header may be too.
impl fmt::Debug for Sheet {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Sheet")
            .field("format", &self.format)
            .field("charset", &self.charset)
            .field("delimiter", &self.delimiter)
            .field("columns", &self.header.len())
            .field("has_header", &self.has_header)
            .field("rows", &self.rows.len())
            .field("bad_lines", &self.bad_lines)
            .finish_non_exhaustive()
    }
}

/// Counts, no content: the cells are personal data.
impl fmt::Debug for Row {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Row")
            .field("line", &self.line)
            .field("cells", &self.cells.len())
            .finish()
    }
}
