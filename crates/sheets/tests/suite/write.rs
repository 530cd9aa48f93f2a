//! What is written can be read again.

use proptest::prelude::*;
use sheets::{Choice, FileKind, HeaderChoice, SheetWriter, Value, read};

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
    let choice = Choice {
        header: Some(HeaderChoice::FirstRow),
        ..Choice::default()
    };
    let sheet = read(file, &choice).expect("readable");
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
fn headings_and_rows_come_back_from_both_kinds() {
    let rows = [vec![
        Value::Text("Anna; \"Söhne\"".to_owned()),
        Value::Count(2),
    ]];
    for kind in [FileKind::Csv, FileKind::Xlsx] {
        let sheet = read(&written(kind, &rows), &Choice::default()).expect("readable");
        assert_eq!(sheet.header, ["Name", "Anzahl"], "{kind:?}");
        assert_eq!(sheet.rows[0].cells, ["Anna; \"Söhne\"", "2"], "{kind:?}");
    }
}

#[test]
fn pieces_are_ready_before_the_end() {
    for kind in [FileKind::Csv, FileKind::Xlsx] {
        let mut writer = SheetWriter::begin(kind, "", vec!["Name".to_owned()]).expect("begun");
        writer.take().expect("the headings");
        let mut sizes = Vec::new();
        // Compressed texts that are all different come out now and then.
        for n in 0..20_000_u32 {
            let text = Value::Text(format!("{:x}", n.wrapping_mul(2_654_435_761)));
            writer.row(&[text]).expect("a row");
            if n % 5_000 == 4_999 {
                sizes.push(writer.take().expect("a piece").len());
            }
        }
        assert!(sizes.iter().all(|size| *size > 0), "{kind:?}: {sizes:?}");
    }
}

proptest! {
    // Line ends within a cell are blanks to the reader.
    #[test]
    fn every_text_comes_back(texts in prop::collection::vec("[^\\p{C}\\s]([^\\p{C}\\p{Zl}\\p{Zp}]{0,20}[^\\p{C}\\s])?", 1..20)) {
        let rows: Vec<Vec<Value>> = texts.iter().map(|text| vec![Value::Text(text.clone()), Value::Count(1)]).collect();
        let read = cells(&written(FileKind::Xlsx, &rows));
        let names: Vec<&String> = read.iter().map(|row| &row[0]).collect();
        prop_assert_eq!(names, texts.iter().collect::<Vec<_>>());
    }
}
