//! XLSX: which sheet, which text in a cell, and what is refused.

use crate::support::{
    TestSheet, archive, read_guessing, repeated, sample, table, text_row, workbook,
};
use sheets::{
    BadLine, BadLineReason, Choice, MAX_CELL_CHARS, MAX_COLUMNS, MAX_ROWS, MAX_UNPACKED_BYTES,
    ReadError, read,
};

const TOO_LARGE: ReadError = ReadError::TooLarge {
    bytes_max: MAX_UNPACKED_BYTES,
};

fn one_sheet(rows: String) -> Vec<u8> {
    workbook(
        &[TestSheet {
            name: "Liste",
            is_hidden: false,
            rows,
        }],
        &[],
    )
}

fn guests(count: usize) -> String {
    let mut rows = text_row(1, &["Vorname", "E-Mail"]);
    for number in 0..count {
        rows += &text_row(number + 2, &["Anna", &format!("a{number}@x.example")]);
    }
    rows
}

#[test]
fn the_longest_visible_list_of_two_columns_is_chosen() {
    let long_note = (1..=9).map(|number| text_row(number, &["Notiz"])).collect();
    let bytes = workbook(
        &[
            TestSheet {
                name: "Notizen",
                is_hidden: false,
                rows: long_note,
            },
            TestSheet {
                name: "Kurz",
                is_hidden: false,
                rows: guests(1),
            },
            TestSheet {
                name: "Liste",
                is_hidden: false,
                rows: guests(3),
            },
            TestSheet {
                name: "Werte",
                is_hidden: true,
                rows: guests(5),
            },
        ],
        &[],
    );
    assert_eq!(read_guessing(&bytes).unwrap().rows.len(), 3);
}

#[test]
fn a_workbook_of_one_column_is_read() {
    let rows = text_row(1, &["a@x.example"]) + &text_row(2, &["b@x.example"]);
    let sheet = read_guessing(&one_sheet(rows)).unwrap();
    assert_eq!(sheet.rows.len(), 2);
    assert!(!sheet.has_header);
}

#[test]
fn cells_read_as_people_see_them() {
    let rows = text_row(1, &["Nr", "Datum", "Zusage", "Telefon", "Name"])
        + r#"<row r="3"><c r="A3"><v>1</v></c><c r="B3" s="1"><v>45943</v></c>
        <c r="C3" t="b"><v>1</v></c><c r="D3"><v>436641234567</v></c>
        <c r="E3" t="str"><f>WEBSERVICE("http://x.example")</f><v>Anna &amp; Ben</v></c>
        <c r="F3" s="2"><v>45943.75</v></c><c r="G3" t="e"><v>#N/A</v></c></row>"#;
    let sheet = read_guessing(&one_sheet(rows)).unwrap();
    assert_eq!(
        sheet.header,
        ["Nr", "Datum", "Zusage", "Telefon", "Name", "", ""]
    );
    let expected = [
        "1",
        "2025-10-13",
        "true",
        "436641234567",
        "Anna & Ben",
        "2025-10-13T18:00",
        "#N/A",
    ];
    assert_eq!(table(&sheet), [(3, expected.map(str::to_owned).to_vec())]);
}

#[test]
fn a_formula_without_a_stored_value_is_blank() {
    let rows = text_row(1, &["Name", "Firma"])
        + r#"<row r="2"><c r="A2"><f>1+1</f></c><c r="B2" t="inlineStr"><is><t>A</t></is></c></row>"#;
    let sheet = read_guessing(&one_sheet(rows)).unwrap();
    assert_eq!(sheet.rows[0].cells, ["", "A"]);
}

#[test]
fn a_cell_that_is_too_long_makes_a_bad_line() {
    let long = "x".repeat(MAX_CELL_CHARS + 1);
    let rows = guests(1) + &text_row(3, &[&long, "b@x.example"]);
    let sheet = read_guessing(&one_sheet(rows)).unwrap();
    assert_eq!(sheet.rows.len(), 1);
    assert_eq!(
        sheet.bad_lines,
        [BadLine {
            line: 3,
            reason: BadLineReason::CellTooLong
        }]
    );
}

#[test]
fn text_renamed_to_a_workbook_is_refused() {
    for name in ["liste.xlsx", "LISTE.XLS", "liste.ods"] {
        let choice = Choice {
            file_name: Some(name.into()),
            ..Choice::default()
        };
        let error = read(b"Vorname;E-Mail\nAnna;a@x.example\n", &choice).unwrap_err();
        assert_eq!(error, ReadError::NotASpreadsheet);
    }
}

#[test]
fn archives_and_old_workbooks_are_no_spreadsheet() {
    let bytes = archive(&[("brief.txt", b"Liebe Anna")]);
    assert_eq!(
        read_guessing(&bytes).unwrap_err(),
        ReadError::NotASpreadsheet
    );
    assert_eq!(
        read_guessing(b"PK\x03\x04 torn").unwrap_err(),
        ReadError::NotASpreadsheet
    );
    let old = [b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".as_slice(), &[0; 512]].concat();
    assert_eq!(read_guessing(&old).unwrap_err(), ReadError::NotASpreadsheet);
    let torn = &sample("liste.xlsx")[..20_000];
    assert_eq!(read_guessing(torn).unwrap_err(), ReadError::NotASpreadsheet);
}

#[test]
fn a_bomb_is_refused_before_it_is_parsed() {
    let part = vec![b' '; MAX_UNPACKED_BYTES / 20 + 1];
    let bytes = repeated(&archive(&[("xl/a.bin", &part)]), 20);
    assert!(bytes.len() < sheets::MAX_BYTES);
    assert_eq!(read_guessing(&bytes).unwrap_err(), TOO_LARGE);
}

#[test]
fn a_part_that_claims_memory_it_does_not_fill_is_refused() {
    let list = TestSheet {
        name: "Liste",
        is_hidden: false,
        rows: guests(1),
    };
    for claim in [
        "uniqueCount=\"99999999999999\"",
        "uniqueCount = '99999999999999'",
    ] {
        let strings = format!("<sst {claim}><si><t>x</t></si></sst>");
        let bytes = workbook(
            std::slice::from_ref(&list),
            &[("xl/sharedStrings.xml", strings.as_bytes())],
        );
        assert_eq!(read_guessing(&bytes).unwrap_err(), TOO_LARGE);
    }
    let styles = format!(
        "<styleSheet><cellXfs>{}</cellXfs></styleSheet>",
        "<xf/>".repeat(500_000)
    );
    let bytes = workbook(
        std::slice::from_ref(&list),
        &[("xl/styles.xml", styles.as_bytes())],
    );
    assert_eq!(read_guessing(&bytes).unwrap_err(), TOO_LARGE);
    let strings = "<?xml version=\"1.0\" encoding=\"ISO-2022-JP\"?><sst/>";
    let bytes = workbook(&[list], &[("xl/sharedStrings.xml", strings.as_bytes())]);
    assert_eq!(
        read_guessing(&bytes).unwrap_err(),
        ReadError::NotASpreadsheet
    );
}

#[test]
fn a_cell_at_the_far_corner_takes_no_room() {
    let far = r#"<row r="1048576"><c r="A1048576" t="inlineStr"><is><t>Ende</t></is></c></row>"#;
    let sheet = read_guessing(&one_sheet(guests(2) + far)).unwrap();
    assert_eq!(sheet.rows.len(), 3);
    assert_eq!(sheet.rows[2].line, 1_048_576);
}

#[test]
fn limits_hold_in_workbooks_too() {
    let wide = r#"<row r="9"><c r="GS9"><v>1</v></c></row>"#;
    let error = read_guessing(&one_sheet(guests(2) + wide)).unwrap_err();
    assert_eq!(
        error,
        ReadError::TooManyColumns {
            columns_max: MAX_COLUMNS
        }
    );
    let error = read_guessing(&one_sheet(guests(MAX_ROWS + 1))).unwrap_err();
    assert_eq!(error, ReadError::TooManyRows { rows_max: MAX_ROWS });
}

#[test]
fn a_wide_second_sheet_does_not_hide_the_list() {
    let wide = r#"<row r="1"><c r="ZZ1"><v>1</v></c></row>"#.to_owned();
    let bytes = workbook(
        &[
            TestSheet {
                name: "Statistik",
                is_hidden: false,
                rows: wide,
            },
            TestSheet {
                name: "Liste",
                is_hidden: false,
                rows: guests(2),
            },
        ],
        &[],
    );
    assert_eq!(read_guessing(&bytes).unwrap().rows.len(), 2);
}

#[test]
fn a_workbook_without_cells_has_no_rows() {
    assert_eq!(
        read_guessing(&one_sheet(String::new())).unwrap_err(),
        ReadError::NoRows
    );
}

#[test]
fn a_workbook_of_thousands_of_parts_is_refused() {
    let names: Vec<String> = (0..2_000)
        .map(|part| format!("xl/media/{part}.png"))
        .collect();
    let extra: Vec<(&str, &[u8])> = names
        .iter()
        .map(|name| (name.as_str(), &b"x"[..]))
        .collect();
    let sheet = || TestSheet {
        name: "Liste",
        is_hidden: false,
        rows: guests(1),
    };
    assert_eq!(
        read(&workbook(&[sheet()], &extra), &Choice::default()).err(),
        Some(TOO_LARGE)
    );
    assert!(read(&workbook(&[sheet()], &extra[..1_000]), &Choice::default()).is_ok());
}

#[test]
fn an_entity_in_a_workbook_brings_no_file_and_no_address() {
    let secret = std::env::temp_dir().join(format!("einlass-entity-{}", std::process::id()));
    std::fs::write(&secret, "what nobody may read").expect("a file");
    let strings = format!(
        r#"<?xml version="1.0"?><!DOCTYPE sst [<!ENTITY e SYSTEM "file://{}">]><sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>Anna &e;</t></si></sst>"#,
        secret.display()
    );
    let shared = r#"<row r="2"><c r="A2" t="s"><v>0</v></c><c r="B2" t="inlineStr"><is><t>a@x.example</t></is></c></row>"#;
    let bytes = workbook(
        &[TestSheet {
            name: "Liste",
            is_hidden: false,
            rows: text_row(1, &["Vorname", "E-Mail"]) + shared,
        }],
        &[("xl/sharedStrings.xml", strings.as_bytes())],
    );
    let cells = read(&bytes, &Choice::default());
    let cells = cells.map(|sheet| {
        table(&sheet)
            .into_iter()
            .map(|(_, cells)| cells.concat())
            .collect::<String>()
    });
    std::fs::remove_file(&secret).expect("removed");
    assert!(!cells.is_ok_and(|text| text.contains("nobody may read")));
}
