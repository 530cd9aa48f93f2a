use std::collections::BTreeMap;

use super::{Record, header};
use crate::limits::{MAX_COLUMNS, MAX_ROWS};
use crate::{
    BadLine, BadLineReason, Charset, Delimiter, Format, HeaderChoice, ReadError, Row, Sheet,
};

/// What was read of a file, before the header is told from the rows.
pub(crate) struct Draft {
    pub(crate) format: Format,
    pub(crate) charset: Option<Charset>,
    pub(crate) delimiter: Option<Delimiter>,
    pub(crate) records: Vec<Record>,
    pub(crate) bad_lines: Vec<BadLine>,
    pub(crate) widths: Widths,
}

/// What the width of a single record says about the table.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Widths {
    /// Cells know their column: the table is as wide as its widest record.
    Widest,
    /// Cells are counted off: the table is as wide as its header or as most records, and a wider
    /// record is out of step.
    Usual,
}

impl Draft {
    /// Finds the header (or takes the chosen one), cuts all rows to one width.
    pub(crate) fn into_sheet(mut self, chosen: Option<HeaderChoice>) -> Result<Sheet, ReadError> {
        let header = self.take_header(chosen);
        let width = self.width(header.as_ref());
        if width > MAX_COLUMNS {
            return Err(ReadError::TooManyColumns {
                columns_max: MAX_COLUMNS,
            });
        }
        let mut rows = Vec::with_capacity(self.records.len());
        for record in self.records {
            if record.cells.len() > width {
                let reason = BadLineReason::TooManyCells;
                self.bad_lines.push(BadLine {
                    line: record.line,
                    reason,
                });
            } else {
                rows.push(Row {
                    line: record.line,
                    cells: record.cells,
                });
            }
        }
        if rows.len() + self.bad_lines.len() > MAX_ROWS {
            return Err(ReadError::TooManyRows { rows_max: MAX_ROWS });
        }
        if rows.is_empty() && self.bad_lines.is_empty() {
            return Err(ReadError::NoRows);
        }
        self.bad_lines.sort_by_key(|bad| bad.line);
        let has_header = header.is_some();
        let mut header = header.map_or_else(Vec::new, |record| record.cells);
        pad(&mut header, &mut rows);
        Ok(Sheet {
            format: self.format,
            charset: self.charset,
            delimiter: self.delimiter,
            header,
            has_header,
            rows,
            bad_lines: self.bad_lines,
        })
    }

    fn width(&self, header: Option<&Record>) -> usize {
        let header_width = header.map_or(0, |record| record.width);
        let records_width = match self.widths {
            Widths::Widest => self.records.iter().map(|record| record.cells.len()).max(),
            Widths::Usual => usual(self.records.iter().map(|record| record.width))
                // Against a header, only what holds for more than half of the records counts.
                .filter(|(_, count)| header.is_none() || count * 2 > self.records.len())
                .map(|(width, _)| width),
        };
        records_width.unwrap_or(0).max(header_width)
    }

    /// Takes the header out of the records, and the titles above it.
    fn take_header(&mut self, chosen: Option<HeaderChoice>) -> Option<Record> {
        let index = match chosen {
            None => header::find(&self.records)?,
            Some(HeaderChoice::Absent) => return None,
            Some(HeaderChoice::FirstRow) => 0,
            Some(HeaderChoice::Line(line)) => {
                self.records.iter().position(|record| record.line >= line)?
            }
        };
        self.records
            .drain(..=index.min(self.records.len().checked_sub(1)?))
            .next_back()
    }
}

/// Gives the header and each row as many cells as the widest of them has filled.
fn pad(header: &mut Vec<String>, rows: &mut [Row]) {
    let widest_row = rows.iter().map(|row| row.cells.len()).max().unwrap_or(0);
    let width = header.len().max(widest_row);
    header.resize(width, String::new());
    for row in rows {
        row.cells.resize(width, String::new());
    }
}

/// The most frequent number, the larger one of two that are as frequent, and how often it is
/// there.
pub(super) fn usual(numbers: impl Iterator<Item = usize>) -> Option<(usize, usize)> {
    let mut counts = BTreeMap::<usize, usize>::new();
    for number in numbers {
        *counts.entry(number).or_default() += 1;
    }
    counts
        .into_iter()
        .max_by_key(|(number, count)| (*count, *number))
}
