use std::{borrow::Cow, io::Write};

use csv::{Writer, WriterBuilder};

use super::{Tap, Value, WriteError};

/// A CSV file, as in RFC 4180 but with semicolons and with LF at the ends of lines.
pub(super) struct CsvWriter(Writer<Tap>);

impl CsvWriter {
    pub(super) fn begin(mut tap: Tap, headings: &[String]) -> Result<Self, WriteError> {
        tap.write_all(b"\xEF\xBB\xBF").map_err(WriteError::of)?;
        let mut writer = WriterBuilder::new().delimiter(b';').from_writer(tap);
        let headings = headings.iter().map(|heading| harmless(heading));
        write(&mut writer, headings)?;
        Ok(Self(writer))
    }

    pub(super) fn row(&mut self, values: &[Value]) -> Result<(), WriteError> {
        let cells = values.iter().map(|value| match value {
            Value::Text(text) => harmless(text),
            Value::Count(count) => Cow::Owned(count.to_string()),
        });
        write(&mut self.0, cells)
    }

    pub(super) fn flush(&mut self) -> Result<(), WriteError> {
        self.0.flush().map_err(WriteError::of)
    }
}

fn write<'a>(
    writer: &mut Writer<Tap>,
    cells: impl Iterator<Item = Cow<'a, str>>,
) -> Result<(), WriteError> {
    for cell in cells {
        writer
            .write_field(cell.as_bytes())
            .map_err(WriteError::of)?;
    }
    // Ends the record.
    writer.write_record(None::<&[u8]>).map_err(WriteError::of)
}

/// A cell that a spreadsheet would run as a formula becomes text (OWASP, CSV injection).
fn harmless(cell: &str) -> Cow<'_, str> {
    if cell.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        Cow::Owned(format!("'{cell}"))
    } else {
        Cow::Borrowed(cell)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_formula_becomes_text() {
        for cell in ["=HYPERLINK(\"x\")", "+43 1", "-1", "@SUM(A1)", "\tx"] {
            assert!(harmless(cell).starts_with('\''), "{cell}");
        }
        assert_eq!(harmless("Anna"), "Anna");
    }
}
