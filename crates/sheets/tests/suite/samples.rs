//! The lists organisers hand in, one of each kind.

use crate::support::{read_guessing, sample};
use sheets::{BadLine, Charset, Choice, Delimiter, Format, HeaderChoice, Sheet, read};

fn guess(name: &str) -> Sheet {
    read_guessing(&sample(name)).expect("the sample is readable")
}

#[test]
fn excel_in_german_writes_windows_1252_and_semicolons() {
    let sheet = guess("excel-de.csv");
    assert_eq!(sheet.format, Format::Csv);
    assert_eq!(sheet.charset, Some(Charset::Windows1252));
    assert_eq!(sheet.delimiter, Some(Delimiter::Semicolon));
    assert!(sheet.has_header);
    assert_eq!(
        sheet.header,
        [
            "Anrede",
            "Titel",
            "Vorname",
            "Nachname",
            "Titel nachgestellt",
            "E-Mail-Adresse",
            "Firma",
            "Funktion",
            "Telefon",
            "Ort"
        ]
    );
    assert_eq!(sheet.rows.len(), 401);
    assert_eq!(sheet.bad_lines, [] as [BadLine; 0]);
    assert_eq!(sheet.rows[4].cells[3], "Bräuer");
    assert_eq!(sheet.rows[6].cells[3], "Nußbaumer");
    assert_eq!(sheet.rows[7].cells[6], "Huber \"Söhne\" & Co; KG");
    assert_eq!(sheet.rows[400].cells[5], "Michelle.alves10@uni.example");
}

#[test]
fn a_quoted_line_end_becomes_a_space_and_later_lines_keep_their_numbers() {
    let sheet = guess("excel-de.csv");
    assert_eq!(sheet.rows[8].cells[6], "Zeile eins Zeile zwei");
    assert_eq!(sheet.rows[8].line, 10);
    assert_eq!(sheet.rows[9].line, 12);
    assert_eq!(sheet.rows[400].line, 403);
}

#[test]
fn outlook_writes_utf_8_with_a_mark_and_commas() {
    let sheet = guess("outlook.csv");
    assert_eq!(sheet.charset, Some(Charset::Utf8));
    assert_eq!(sheet.delimiter, Some(Delimiter::Comma));
    assert!(sheet.has_header);
    assert_eq!(sheet.header.len(), 12);
    assert_eq!(sheet.header[0], "Title");
    assert_eq!(sheet.rows.len(), 401);
    assert_eq!(sheet.rows[3].cells[5], "Vestel Beyaz Eşya");
    assert_eq!(sheet.rows[7].cells[5], "Huber \"Söhne\" & Co; KG");
}

#[test]
fn google_numbers_its_columns() {
    let sheet = guess("google.csv");
    assert_eq!(sheet.delimiter, Some(Delimiter::Comma));
    assert!(sheet.has_header);
    assert_eq!(sheet.header[8], "E-mail 1 - Value");
    assert_eq!(sheet.rows.len(), 401);
    assert_eq!(sheet.rows[6].cells[2], "Nußbaumer");
    // A formula is text like any other here.
    assert_eq!(
        sheet.rows[13].cells[2],
        "=HYPERLINK(\"http://example.net\")"
    );
}

#[test]
fn a_workbook_with_a_title_gives_the_table_below_it() {
    let sheet = guess("liste.xlsx");
    assert_eq!(sheet.format, Format::Spreadsheet);
    assert_eq!((sheet.charset, sheet.delimiter), (None, None));
    assert!(sheet.has_header);
    assert_eq!(
        sheet.header,
        [
            "Nr.",
            "Vor- und Nachname",
            "Mail",
            "Firma/Institution",
            "Begleitung",
            "Anmerkung"
        ]
    );
    assert_eq!(sheet.rows.len(), 401);
    assert_eq!(sheet.rows[0].line, 4);
    assert_eq!(sheet.rows[0].cells[0], "1");
    assert_eq!(sheet.rows[4].cells[1], "Prof. Annika Bräuer");
    assert_eq!(sheet.rows[4].cells[5], "VIP");
    assert_eq!(sheet.rows[7].cells[3], "Huber \"Söhne\" & Co; KG");
    assert_eq!(sheet.rows[400].line, 404);
    assert!(sheet.rows.iter().all(|row| row.cells.len() == 6));
}

#[test]
fn cards_of_two_versions_make_one_table() {
    let sheet = guess("kontakte.vcf");
    assert_eq!(sheet.format, Format::VCard);
    assert_eq!(sheet.charset, Some(Charset::Utf8));
    assert_eq!(sheet.header[4], "Email");
    assert_eq!(sheet.rows.len(), 200);
    assert_eq!(sheet.bad_lines, [] as [BadLine; 0]);
    assert_eq!(
        sheet.rows[4].cells,
        [
            "Prof.",
            "Annika",
            "Bräuer",
            "",
            "annika.braeuer@firma.example",
            "Brandtner Pucher AG",
            "Getränkehersteller*in",
            "",
            ""
        ]
    );
    assert_eq!(sheet.rows[4].line, 33);
    assert_eq!(sheet.rows[7].cells[5], "Huber \"Söhne\" & Co; KG");
    assert_eq!(sheet.rows[8].cells[5], "Zeile eins Zeile zwei");
}

#[test]
fn pasted_cells_have_no_header() {
    let sheet = guess("pasted.tsv");
    assert_eq!(sheet.delimiter, Some(Delimiter::Tab));
    assert!(!sheet.has_header);
    assert_eq!(sheet.header, ["", "", "", ""]);
    assert_eq!(sheet.rows.len(), 100);
    assert_eq!(sheet.rows[0].line, 1);
    assert_eq!(sheet.rows[7].cells[3], "Huber \"Söhne\" & Co; KG");
}

#[test]
fn a_wrongly_chosen_charset_gives_wrong_letters_and_the_same_rows() {
    for charset in [Charset::Utf8, Charset::Iso8859_15] {
        let choice = Choice {
            charset: Some(charset),
            ..Choice::default()
        };
        let sheet = read(&sample("excel-de.csv"), &choice).unwrap();
        assert_eq!(sheet.charset, Some(charset));
        assert_eq!(sheet.rows.len(), 401);
    }
    let choice = Choice {
        charset: Some(Charset::Windows1252),
        ..Choice::default()
    };
    let sheet = read(&sample("outlook.csv"), &choice).unwrap();
    assert_eq!(sheet.rows[4].cells[3], "BrÃ¤uer");
}

#[test]
fn any_charset_on_any_sample_ends_without_a_panic() {
    let charsets = [
        Charset::Utf8,
        Charset::Windows1252,
        Charset::Iso8859_15,
        Charset::Utf16Le,
        Charset::Utf16Be,
    ];
    for name in [
        "excel-de.csv",
        "outlook.csv",
        "kontakte.vcf",
        "pasted.tsv",
        "liste.xlsx",
    ] {
        for charset in charsets {
            let choice = Choice {
                charset: Some(charset),
                ..Choice::default()
            };
            if let Ok(sheet) = read(&sample(name), &choice) {
                assert!(
                    sheet
                        .rows
                        .iter()
                        .all(|row| row.cells.len() == sheet.header.len())
                );
            }
        }
    }
}

#[test]
fn a_chosen_header_overrules_the_guess() {
    let choice = Choice {
        header: Some(HeaderChoice::Absent),
        ..Choice::default()
    };
    let sheet = read(&sample("excel-de.csv"), &choice).unwrap();
    assert!(!sheet.has_header);
    assert_eq!(sheet.rows.len(), 402);
    assert_eq!(sheet.rows[0].cells[0], "Anrede");

    let choice = Choice {
        header: Some(HeaderChoice::FirstRow),
        ..Choice::default()
    };
    let sheet = read(&sample("pasted.tsv"), &choice).unwrap();
    assert_eq!(sheet.header[0], "Katharina");
    assert_eq!(sheet.rows.len(), 99);

    let choice = Choice {
        header: Some(HeaderChoice::Line(3)),
        ..Choice::default()
    };
    let sheet = read(&sample("liste.xlsx"), &choice).unwrap();
    assert_eq!(sheet.header[2], "Mail");
    assert_eq!(sheet.rows.len(), 401);
}

#[test]
fn a_sheet_does_not_print_its_cells() {
    let sheet = guess("pasted.tsv");
    let printed = format!("{sheet:?} {:?}", sheet.rows[0]);
    assert!(!printed.contains("Katharina"), "{printed}");
    assert!(printed.contains("rows: 100"), "{printed}");
}
