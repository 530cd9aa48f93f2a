//! What is written can be read again.

use proptest::prelude::*;
use sheets::{Choice, FileKind, SheetWriter, Value, read};

fn written(kind: FileKind, rows: &[Vec<Value>]) -> Vec<u8> {
    let headings = vec!["Name".to_owned(), "Anzahl".to_owned()];
    let mut writer = SheetWriter::begin(kind, "Gäste: 2027", headings).expect("begun");
    let mut file = writer.take().expect("the beginning");
    for row in rows {
        writer.row(row).expect("a row");
        file.extend(writer.take().expect("a piece"));
    }
    file.extend(writer.finish().expect("the end"));
    file
}

fn cells(file: &[u8]) -> Vec<Vec<String>> {
    let sheet = read(file, &Choice::default()).expect("readable");
    sheet.rows.into_iter().map(|row| row.cells).collect()
}

#[test]
fn a_workbook_keeps_what_looks_like_something_else() {
    let texts = [
        "=1+1",
        "+43 1 234",
        "007",
        "12.03.2027",
        "<b>&\"",
        "_x0041_",
        "\u{1F469}\u{200d}\u{1F680}",
    ];
    let rows: Vec<Vec<Value>> = texts
        .iter()
        .map(|&text| vec![Value::Text(text.to_owned()), Value::Count(3)])
        .collect();
    let read = cells(&written(FileKind::Xlsx, &rows));
    let expected: Vec<Vec<String>> = texts
        .iter()
        .map(|&text| vec![text.to_owned(), "3".to_owned()])
        .collect();
    assert_eq!(read, expected);
}

#[test]
fn a_file_without_rows_is_a_file() {
    for kind in [FileKind::Csv, FileKind::Xlsx] {
        assert!(!written(kind, &[]).is_empty());
    }
}

#[test]
fn pieces_are_ready_before_the_end() {
    let mut writer = SheetWriter::begin(FileKind::Csv, "", vec!["Name".to_owned()]).expect("begun");
    assert!(!writer.take().expect("the headings").is_empty());
    writer
        .row(&[Value::Text("Anna".to_owned())])
        .expect("a row");
    assert_eq!(writer.take().expect("the row"), b"Anna\n");
    assert_eq!(writer.finish().expect("the end"), b"");
}

proptest! {
    #[test]
    fn every_text_comes_back(texts in prop::collection::vec("[^\\p{C}\\s]([^\\p{C}]{0,20}[^\\p{C}\\s])?", 1..20)) {
        let rows: Vec<Vec<Value>> = texts.iter().map(|text| vec![Value::Text(text.clone()), Value::Count(1)]).collect();
        let read = cells(&written(FileKind::Xlsx, &rows));
        let names: Vec<&String> = read.iter().map(|row| &row[0]).collect();
        prop_assert_eq!(names, texts.iter().collect::<Vec<_>>());
    }
}
