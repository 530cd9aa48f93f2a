//! Writing a table as a file, row by row: what was written can be sent before the rest is known, and stands in memory no
//! longer than that.

mod csv;
mod kind;
mod tap;
mod workbook;

pub use kind::FileKind;

use self::{csv::CsvWriter, tap::Tap, workbook::WorkbookWriter};

/// What stands in a cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// Text. A workbook says so of each cell; in CSV only what a spreadsheet would run as a formula is made harmless.
    Text(String),
    /// A number, to be added up.
    Count(u32),
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

/// A file that could not be written.
#[derive(Debug, thiserror::Error)]
#[error("the file could not be written")]
pub struct WriteError(#[source] Box<dyn std::error::Error + Send + Sync>);

impl WriteError {
    fn of(error: impl std::error::Error + Send + Sync + 'static) -> Self {
        Self(Box::new(error))
    }
}

/// A file in the making.
pub struct SheetWriter {
    tap: Tap,
    inner: Inner,
}

enum Inner {
    Csv(Box<CsvWriter>),
    Workbook(Box<WorkbookWriter>),
}

impl SheetWriter {
    /// Begins a file with its headings. `title` names the sheet where a file has one.
    pub fn begin(kind: FileKind, title: &str, headings: Vec<String>) -> Result<Self, WriteError> {
        let tap = Tap::default();
        let inner = match kind {
            FileKind::Csv => Inner::Csv(Box::new(CsvWriter::begin(tap.clone(), &headings)?)),
            FileKind::Xlsx => {
                let writer = WorkbookWriter::begin(tap.clone(), title, headings)?;
                Inner::Workbook(Box::new(writer))
            }
        };
        Ok(Self { tap, inner })
    }

    /// Writes a row.
    pub fn row(&mut self, values: &[Value]) -> Result<(), WriteError> {
        match &mut self.inner {
            Inner::Csv(writer) => writer.row(values),
            Inner::Workbook(writer) => writer.row(values),
        }
    }

    /// Hands over what is ready of the file. It follows what was handed over before.
    pub fn take(&mut self) -> Result<Vec<u8>, WriteError> {
        if let Inner::Csv(writer) = &mut self.inner {
            writer.flush()?;
        }
        Ok(self.tap.take())
    }

    /// Ends the file and hands over the rest.
    pub fn finish(self) -> Result<Vec<u8>, WriteError> {
        match self.inner {
            Inner::Csv(mut writer) => writer.flush()?,
            Inner::Workbook(writer) => writer.finish()?,
        }
        Ok(self.tap.take())
    }
}
