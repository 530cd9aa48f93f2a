//! Lists of text: delimiters, headers, quotes, charsets, limits.

use crate::support::{read_guessing, table};
use sheets::{
    BadLine, BadLineReason, Charset, Choice, Delimiter, HeaderChoice, MAX_BYTES, MAX_CELL_CHARS,
    MAX_COLUMNS, MAX_ROWS, ReadError, read,
};

fn row(line: u32, cells: &[&str]) -> (u32, Vec<String>) {
    (line, cells.iter().map(ToString::to_string).collect())
}

fn bad(line: u32, reason: BadLineReason) -> BadLine {
    BadLine { line, reason }
}

#[test]
fn an_empty_file_is_refused() {
    assert_eq!(read_guessing(b"").unwrap_err(), ReadError::Empty);
    assert_eq!(
        read_guessing(b"\xEF\xBB\xBF \r\n\t\n").unwrap_err(),
        ReadError::Empty
    );
}

#[test]
fn a_picture_is_no_text() {
    let png = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x06\0\0\0\x1f\x15\xc4\x89";
    assert_eq!(read_guessing(png).unwrap_err(), ReadError::NotText);
    assert_eq!(
        read_guessing(b"%PDF-1.7\n1 0 obj").unwrap_err(),
        ReadError::NotText
    );
    let noise: Vec<u8> = (0..4096_u32).map(|n| (n * 7 % 31) as u8).collect();
    assert_eq!(read_guessing(&noise).unwrap_err(), ReadError::NotText);
}

#[test]
fn a_header_without_rows_is_refused() {
    let error = read_guessing(b"Vorname;Nachname;E-Mail\n;;\n").unwrap_err();
    assert_eq!(error, ReadError::NoRows);
}

#[test]
fn utf_16_is_read_with_and_without_a_mark() {
    let text = "Vorname\tNachname\nAnnika\tBräuer\n";
    let little: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let big: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
    let marked = |mark: &[u8], bytes: &[u8]| [mark, bytes].concat();
    for (bytes, charset) in [
        (marked(b"\xFF\xFE", &little), Charset::Utf16Le),
        (marked(b"\xFE\xFF", &big), Charset::Utf16Be),
        (little, Charset::Utf16Le),
        (big, Charset::Utf16Be),
    ] {
        let sheet = read_guessing(&bytes).unwrap();
        assert_eq!(sheet.charset, Some(charset));
        assert_eq!(sheet.header, ["Vorname", "Nachname"]);
        assert_eq!(table(&sheet), [row(2, &["Annika", "Bräuer"])]);
    }
}

#[test]
fn short_rows_are_padded_and_rows_out_of_step_are_bad_lines() {
    let text = "Vorname;Nachname;E-Mail\nAnna;Huber\nBen;Maier;ben@x.example;\n\
                Cem;Ay;cem@x.example;zu viel\nDana;Kaiser;dana@x.example\n";
    let sheet = read_guessing(text.as_bytes()).unwrap();
    assert_eq!(
        table(&sheet),
        [
            row(2, &["Anna", "Huber", ""]),
            row(3, &["Ben", "Maier", "ben@x.example"]),
            row(5, &["Dana", "Kaiser", "dana@x.example"]),
        ]
    );
    assert_eq!(sheet.bad_lines, [bad(4, BadLineReason::TooManyCells)]);
}

#[test]
fn a_column_without_a_name_is_kept() {
    let sheet = read_guessing(b"Vorname;E-Mail\nAnna;a@x.example;VIP\nBen;b@x.example;\n").unwrap();
    assert_eq!(sheet.header, ["Vorname", "E-Mail", ""]);
    assert_eq!(sheet.rows[0].cells[2], "VIP");
}

#[test]
fn columns_blank_throughout_at_the_right_go() {
    let sheet = read_guessing(b"Vorname;E-Mail;;\nAnna;a@x.example;;\n").unwrap();
    assert_eq!(sheet.header, ["Vorname", "E-Mail"]);
}

#[test]
fn an_unterminated_quote_costs_its_own_line_only() {
    let text = "Vorname;Firma;E-Mail\nAnna;\"Huber KG;a@x.example\nBen;\"Maier; OG\";b@x.example\n\
                Cem;Ay;c@x.example\nDana;\"offen;d@x.example";
    let sheet = read_guessing(text.as_bytes()).unwrap();
    assert_eq!(
        table(&sheet),
        [
            row(3, &["Ben", "Maier; OG", "b@x.example"]),
            row(4, &["Cem", "Ay", "c@x.example"])
        ]
    );
    assert_eq!(
        sheet.bad_lines,
        [
            bad(2, BadLineReason::UnbalancedQuote),
            bad(5, BadLineReason::UnbalancedQuote)
        ]
    );
}

#[test]
fn a_file_of_unbalanced_quotes_is_read_in_bounded_time() {
    // Each line leaves a quote open in a way that only the end of the file shows. Without a
    // bound this would be read forty thousand times to its end.
    let text = "x\";\"\n".repeat(40_000);
    let sheet = read_guessing(text.as_bytes()).unwrap();
    assert!(sheet.rows.is_empty());
    assert!(
        sheet
            .bad_lines
            .iter()
            .all(|bad| bad.reason == BadLineReason::UnbalancedQuote)
    );
    assert!(
        sheet.bad_lines.len() < 1000,
        "{} lines were read anew",
        sheet.bad_lines.len()
    );
}

#[test]
fn line_numbers_count_every_kind_of_line_end() {
    for end in ["\n", "\r\n", "\r"] {
        let lines = [
            "Gästeliste",
            "",
            "Vorname;E-Mail",
            "",
            "",
            "Anna;a@x.example",
            "Ben;b@x.example",
        ];
        let sheet = read_guessing(lines.join(end).as_bytes()).unwrap();
        assert_eq!(sheet.header, ["Vorname", "E-Mail"]);
        let expected = [
            row(6, &["Anna", "a@x.example"]),
            row(7, &["Ben", "b@x.example"]),
        ];
        assert_eq!(table(&sheet), expected);
    }
}

#[test]
fn the_announced_delimiter_is_obeyed() {
    let sheet = read_guessing(b"sep=|\r\nVorname|E-Mail\r\nAnna,B;C|a@x.example\r\n").unwrap();
    assert_eq!(sheet.delimiter, Some(Delimiter::Pipe));
    assert_eq!(table(&sheet), [row(3, &["Anna,B;C", "a@x.example"])]);
}

#[test]
fn a_chosen_delimiter_overrules_the_guess() {
    let choice = Choice {
        delimiter: Some(Delimiter::Comma),
        ..Choice::default()
    };
    let sheet = read(b"a;b,c\nd;e,f\n", &choice).unwrap();
    assert_eq!(
        table(&sheet),
        [row(1, &["a;b", "c"]), row(2, &["d;e", "f"])]
    );
}

#[test]
fn a_header_of_unknown_words_stands_above_addresses() {
    let sheet = read_guessing("Wer;Womit\nAnna;a@x.example\nBen;b@x.example\n".as_bytes()).unwrap();
    assert!(sheet.has_header);
    assert_eq!(sheet.header, ["Wer", "Womit"]);
}

#[test]
fn a_first_guest_without_an_address_is_no_header() {
    let text = "Richard;Haller;;Kammerer KG\nAnna;Huber;a@x.example;Huber KG\n";
    let sheet = read_guessing(text.as_bytes()).unwrap();
    assert!(!sheet.has_header);
    assert_eq!(sheet.rows.len(), 2);
}

#[test]
fn a_list_of_addresses_alone_is_one_column() {
    let sheet = read_guessing(b"a@x.example\nb@x.example\n").unwrap();
    assert!(!sheet.has_header);
    assert_eq!(
        table(&sheet),
        [row(1, &["a@x.example"]), row(2, &["b@x.example"])]
    );
    let sheet = read_guessing(b"E-Mail\r\na@x.example\r\n").unwrap();
    assert_eq!(sheet.header, ["E-Mail"]);
    assert_eq!(sheet.rows.len(), 1);
}

#[test]
fn emoji_and_right_to_left_names_stay_whole() {
    let text =
        "Vorname,Nachname,E-Mail\n👩\u{200d}🚀 Ada,שלום,a@x.example\nنجيب,محفوظ,b@x.example\n";
    let sheet = read_guessing(text.as_bytes()).unwrap();
    assert_eq!(
        sheet.rows[0].cells,
        ["👩\u{200d}🚀 Ada", "שלום", "a@x.example"]
    );
    assert_eq!(sheet.rows[1].cells, ["نجيب", "محفوظ", "b@x.example"]);
}

#[test]
fn invisible_characters_leave_the_cells() {
    let sheet = read_guessing("Vorname;E-Mail\nAn\0na;\u{200b}\u{a0}a@x.example \n".as_bytes());
    assert_eq!(table(&sheet.unwrap()), [row(2, &["Anna", "a@x.example"])]);
}

#[test]
fn a_cell_that_is_too_long_makes_a_bad_line() {
    let fits = "ä".repeat(MAX_CELL_CHARS);
    let text = format!("Vorname;E-Mail\nA{fits};a@x.example\n{fits};b@x.example\n");
    let sheet = read_guessing(text.as_bytes()).unwrap();
    assert_eq!(sheet.bad_lines, [bad(2, BadLineReason::CellTooLong)]);
    assert_eq!(sheet.rows.len(), 1);
}

#[test]
fn ten_thousand_rows_are_read() {
    let guest = |number| format!("Anna;Huber {number};anna.{number}@x.example\r\n");
    let guests: String = (0..10_000).map(guest).collect();
    let text = format!("Vorname;Nachname;E-Mail\r\n{guests}");
    let sheet = read_guessing(text.as_bytes()).unwrap();
    assert_eq!(sheet.rows.len(), 10_000);
    assert_eq!(sheet.rows[9_999].cells[2], "anna.9999@x.example");
    assert_eq!(sheet.rows[9_999].line, 10_001);
}

#[test]
fn limits_hold_to_the_row_the_column_and_the_byte() {
    let rows = |count: usize| format!("Vorname;E-Mail\n{}", "Anna;a@x.example\n".repeat(count));
    assert_eq!(
        read_guessing(rows(MAX_ROWS).as_bytes()).unwrap().rows.len(),
        MAX_ROWS
    );
    let error = read_guessing(rows(MAX_ROWS + 1).as_bytes()).unwrap_err();
    assert_eq!(error, ReadError::TooManyRows { rows_max: MAX_ROWS });
    let error = read_guessing(rows(MAX_ROWS * 3).as_bytes()).unwrap_err();
    assert_eq!(error, ReadError::TooManyRows { rows_max: MAX_ROWS });

    let columns = |count: usize| format!("{}\n", vec!["x"; count].join(";")).repeat(3);
    assert_eq!(
        read_guessing(columns(MAX_COLUMNS).as_bytes())
            .unwrap()
            .header
            .len(),
        MAX_COLUMNS
    );
    let error = read_guessing(columns(MAX_COLUMNS + 1).as_bytes()).unwrap_err();
    assert_eq!(
        error,
        ReadError::TooManyColumns {
            columns_max: MAX_COLUMNS
        }
    );

    let error = read_guessing(&vec![b'a'; MAX_BYTES + 1]).unwrap_err();
    assert_eq!(
        error,
        ReadError::TooLarge {
            bytes_max: MAX_BYTES
        }
    );
}

#[test]
fn a_chosen_header_line_between_two_records_takes_the_next_one() {
    let choice = Choice {
        header: Some(HeaderChoice::Line(2)),
        ..Choice::default()
    };
    let sheet = read(b"Liste;2027\n\nWer;Was\nAnna;Brot\n", &choice).unwrap();
    assert_eq!(sheet.header, ["Wer", "Was"]);
    assert_eq!(table(&sheet), [row(4, &["Anna", "Brot"])]);
}

#[test]
fn what_is_named_as_no_list_is_refused_whatever_it_holds() {
    let named = |name: &str| Choice {
        file_name: Some(name.to_owned()),
        ..Choice::default()
    };
    let list = b"Vorname;E-Mail\nAnna;a@x.example\n";
    for name in [
        "list.pdf",
        "page.HTML",
        "photo.jpg",
        "run.exe",
        "letter.docx",
    ] {
        assert_eq!(
            read(list, &named(name)).err(),
            Some(ReadError::NotText),
            "{name}"
        );
    }
    for name in [
        "Liste.csv",
        "liste.TXT",
        "liste",
        "Liste 12.3",
        "Liste.v2",
        "liste.tsv",
        "Gäste.neu",
    ] {
        assert!(read(list, &named(name)).is_ok(), "{name}");
    }
}
