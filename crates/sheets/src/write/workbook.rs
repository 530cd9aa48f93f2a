use std::{fmt::Write as _, io::Write};

use zip::{
    ZipWriter,
    write::{SimpleFileOptions, StreamWriter},
};

use super::{Tap, Value, WriteError};

/// The most characters that a cell can hold (ECMA-376 leaves it open, Excel does not).
const CELL_CHARS_MAX: usize = 32_767;
/// The longest name of a sheet, in characters.
const TITLE_CHARS_MAX: usize = 31;

const TYPES: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/></Types>"#;
const ROOT_RELATIONS: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#;
const RELATIONS: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>"#;
/// Style 0 is plain, style 1 bold.
const STYLES: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf/><xf fontId="1" applyFont="1"/></cellXfs></styleSheet>"#;
const SHEET: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>"#;

/// A workbook of one sheet, with texts in the cells themselves: a table of shared strings would have to be held until the
/// end.
pub(super) struct WorkbookWriter {
    zip: ZipWriter<StreamWriter<Tap>>,
    columns: usize,
    rows: u64,
    /// The row in the making, to write it at once.
    line: String,
}

impl WorkbookWriter {
    pub(super) fn begin(tap: Tap, title: &str, headings: Vec<String>) -> Result<Self, WriteError> {
        let mut zip = ZipWriter::new_stream(tap);
        for (name, part) in [
            ("[Content_Types].xml", TYPES),
            ("_rels/.rels", ROOT_RELATIONS),
            ("xl/workbook.xml", &book(title)),
            ("xl/_rels/workbook.xml.rels", RELATIONS),
            ("xl/styles.xml", STYLES),
            ("xl/worksheets/sheet1.xml", SHEET),
        ] {
            let options = SimpleFileOptions::default();
            zip.start_file(name, options).map_err(WriteError::of)?;
            zip.write_all(part.as_bytes()).map_err(WriteError::of)?;
        }
        let columns = headings.len();
        let widths = format!(
            "<cols><col min=\"1\" max=\"{}\" width=\"20\" customWidth=\"1\"/></cols><sheetData>",
            columns.max(1)
        );
        zip.write_all(widths.as_bytes()).map_err(WriteError::of)?;
        let mut writer = Self {
            zip,
            columns,
            rows: 0,
            line: String::new(),
        };
        let headings: Vec<Value> = headings.into_iter().map(Value::Text).collect();
        writer.styled_row(&headings, " s=\"1\"")?;
        Ok(writer)
    }

    pub(super) fn row(&mut self, values: &[Value]) -> Result<(), WriteError> {
        self.styled_row(values, "")
    }

    fn styled_row(&mut self, values: &[Value], style: &str) -> Result<(), WriteError> {
        self.rows += 1;
        self.line.clear();
        self.line.push_str("<row>");
        for value in values {
            match value {
                Value::Count(count) => {
                    write!(self.line, "<c{style}><v>{count}</v></c>").map_err(WriteError::of)?;
                }
                Value::Text(text) if text.is_empty() => {
                    write!(self.line, "<c{style}/>").map_err(WriteError::of)?;
                }
                Value::Text(text) => {
                    write!(
                        self.line,
                        "<c t=\"inlineStr\"{style}><is><t xml:space=\"preserve\">{}</t></is></c>",
                        escape(text, CELL_CHARS_MAX)
                    )
                    .map_err(WriteError::of)?;
                }
            }
        }
        self.line.push_str("</row>");
        self.zip
            .write_all(self.line.as_bytes())
            .map_err(WriteError::of)
    }

    pub(super) fn finish(mut self) -> Result<(), WriteError> {
        let end = format!(
            "</sheetData><autoFilter ref=\"A1:{}{}\"/></worksheet>",
            column(self.columns),
            self.rows
        );
        self.zip.write_all(end.as_bytes()).map_err(WriteError::of)?;
        self.zip.finish().map_err(WriteError::of).map(drop)
    }
}

/// The workbook with its only sheet.
fn book(title: &str) -> String {
    let title: String = title
        .chars()
        .map(|c| if "[]:*?/\\'".contains(c) { ' ' } else { c })
        .collect();
    let title = match title.trim() {
        "" => "1",
        title => title,
    };
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n\
         <workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" \
         xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">\
         <sheets><sheet name=\"{}\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>",
        escape(title, TITLE_CHARS_MAX)
    )
}

/// Text as XML holds it: what XML 1.0 has no place for is left out, and what reads like an escape of Office Open XML
/// (`_x0041_`, ECMA-376, `ST_Xstring`) stays what it is.
fn escape(text: &str, chars_max: usize) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    for c in text.chars().take(chars_max) {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '_' if is_escape(rest) => out.push_str("_x005F_"),
            '\n' | '\t' => out.push(c),
            '\u{fffe}' | '\u{ffff}' => {}
            c if c.is_control() => {}
            c => out.push(c),
        }
        rest = &rest[c.len_utf8()..];
    }
    out
}

/// Whether a text begins with an escape: `_x`, four hexadecimal digits, `_`.
fn is_escape(text: &str) -> bool {
    let bytes = text.as_bytes();
    bytes.len() >= 7
        && bytes.starts_with(b"_x")
        && bytes[2..6].iter().all(u8::is_ascii_hexdigit)
        && bytes[6] == b'_'
}

/// The letters of a column, from 1: A, B, …, Z, AA.
fn column(mut number: usize) -> String {
    let mut letters = Vec::new();
    number = number.max(1);
    while number > 0 {
        number -= 1;
        letters.push(b'A' + u8::try_from(number % 26).unwrap_or(0));
        number /= 26;
    }
    letters
        .iter()
        .rev()
        .map(|&letter| char::from(letter))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_counted_in_letters() {
        for (number, letters) in [(1, "A"), (26, "Z"), (27, "AA"), (52, "AZ"), (703, "AAA")] {
            assert_eq!(column(number), letters);
        }
    }

    #[test]
    fn text_stays_text() {
        assert_eq!(
            escape("<a> & \"b\"\u{0}\u{1b}", 99),
            "&lt;a&gt; &amp; &quot;b&quot;"
        );
        assert_eq!(escape("_x0041_ _x004g_ _x", 99), "_x005F_x0041_ _x004g_ _x");
        assert_eq!(escape("äöü", 2), "äö");
    }
}
