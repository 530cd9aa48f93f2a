//! Files for the tests: samples by name, workbooks made on the spot.

use std::io::{Cursor, Write};

use sheets::{Choice, ReadError, Sheet, read};
use zip::ZipArchive;
use zip::write::{SimpleFileOptions, ZipWriter};

pub fn sample(name: &str) -> Vec<u8> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data");
    std::fs::read(format!("{folder}/{name}")).expect("each sample is in the data folder")
}

pub fn read_guessing(bytes: &[u8]) -> Result<Sheet, ReadError> {
    read(bytes, &Choice::default())
}

/// The lines and the cells of the rows.
pub fn table(sheet: &Sheet) -> Vec<(u32, Vec<String>)> {
    sheet
        .rows
        .iter()
        .map(|row| (row.line, row.cells.clone()))
        .collect()
}

pub fn archive(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let fast = SimpleFileOptions::default().compression_level(Some(1));
    for (name, content) in parts {
        writer
            .start_file(*name, fast)
            .expect("a name is taken once");
        writer
            .write_all(content)
            .expect("memory takes what is written");
    }
    writer
        .finish()
        .expect("memory takes what is written")
        .into_inner()
}

/// An archive that holds the one part of another many times, packed as it is there.
pub fn repeated(one: &[u8], times: usize) -> Vec<u8> {
    let mut source = ZipArchive::new(Cursor::new(one)).expect("the archive is sound");
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for number in 0..times {
        let part = source.by_index_raw(0).expect("the archive holds a part");
        writer
            .raw_copy_file_rename(part, format!("xl/{number}.bin"))
            .expect("the name is new");
    }
    writer
        .finish()
        .expect("memory takes what is written")
        .into_inner()
}

/// One sheet of a workbook that is made for a test.
pub struct TestSheet<'a> {
    pub name: &'a str,
    pub is_hidden: bool,
    /// What stands within `sheetData`.
    pub rows: String,
}

pub const STYLES: &str = r#"<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="22"/></cellXfs></styleSheet>"#;

/// A workbook; style 1 is a date, style 2 a date with a time.
pub fn workbook(sheets: &[TestSheet<'_>], extra: &[(&str, &[u8])]) -> Vec<u8> {
    let numbered = || (1_usize..).zip(sheets);
    let list: Vec<String> = numbered()
        .map(|(number, sheet)| {
            let state = if sheet.is_hidden { "hidden" } else { "visible" };
            let name = sheet.name;
            format!(r#"<sheet name="{name}" sheetId="{number}" state="{state}" r:id="r{number}"/>"#)
        })
        .collect();
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let relations: Vec<String> = numbered()
        .map(|(number, _)| {
            let target = format!("worksheets/sheet{number}.xml");
            format!(r#"<Relationship Id="r{number}" Type="{office}/worksheet" Target="{target}"/>"#)
        })
        .collect();
    let (list, relations) = (list.concat(), relations.concat());
    let book = format!(
        r#"<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>{list}</sheets></workbook>"#
    );
    let package = "http://schemas.openxmlformats.org/package/2006/relationships";
    let relations = format!(r#"<Relationships xmlns="{package}">{relations}</Relationships>"#);
    let root = format!(
        r#"<Relationships xmlns="{package}"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#
    );
    let mut parts: Vec<(String, Vec<u8>)> = vec![
        ("_rels/.rels".into(), root.into()),
        ("xl/workbook.xml".into(), book.into()),
        ("xl/_rels/workbook.xml.rels".into(), relations.into()),
    ];
    if !extra.iter().any(|(name, _)| *name == "xl/styles.xml") {
        parts.push(("xl/styles.xml".into(), STYLES.into()));
    }
    for (index, sheet) in sheets.iter().enumerate() {
        let content = format!(
            r#"<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{}</sheetData></worksheet>"#,
            sheet.rows
        );
        parts.push((
            format!("xl/worksheets/sheet{}.xml", index + 1),
            content.into(),
        ));
    }
    let mut borrowed: Vec<(&str, &[u8])> = parts
        .iter()
        .map(|(name, content)| (name.as_str(), content.as_slice()))
        .collect();
    borrowed.extend_from_slice(extra);
    archive(&borrowed)
}

/// A row of text cells; a blank one is left out, as spreadsheet programs do.
pub fn text_row(number: usize, cells: &[&str]) -> String {
    let cells: Vec<String> = cells
        .iter()
        .zip('A'..='Z')
        .filter(|(cell, _)| !cell.is_empty())
        .map(|(cell, column)| {
            format!(r#"<c r="{column}{number}" t="inlineStr"><is><t>{cell}</t></is></c>"#)
        })
        .collect();
    format!(r#"<row r="{number}">{}</row>"#, cells.concat())
}
