//! Whatever the bytes: no panic, and a table that is one.

use std::io::{Cursor, Read};

use crate::support::{archive, sample};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use sheets::{Charset, Choice, Delimiter, HeaderChoice, read};

fn choices() -> impl Strategy<Value = Choice> {
    use Charset::{Iso8859_15, Utf8, Utf16Be, Utf16Le, Windows1252};
    use Delimiter::{Comma, Pipe, Semicolon, Tab};
    let charsets = select(vec![Utf8, Windows1252, Iso8859_15, Utf16Le, Utf16Be]);
    let delimiters = select(vec![Semicolon, Tab, Comma, Pipe]);
    let headers = select(vec![
        HeaderChoice::Absent,
        HeaderChoice::FirstRow,
        HeaderChoice::Line(0),
        HeaderChoice::Line(3),
        HeaderChoice::Line(u32::MAX),
    ]);
    let names = select(vec!["a.csv", "a.vcf", "a", "."]).prop_map(str::to_owned);
    (
        proptest::option::of(names),
        proptest::option::of(charsets),
        proptest::option::of(delimiters),
        proptest::option::of(headers),
    )
        .prop_map(|(file_name, charset, delimiter, header)| Choice {
            file_name,
            charset,
            delimiter,
            header,
        })
}

fn check(bytes: &[u8], choice: &Choice) {
    let Ok(sheet) = read(bytes, choice) else {
        return;
    };
    assert!(
        sheet
            .rows
            .iter()
            .all(|row| row.cells.len() == sheet.header.len())
    );
    assert!(sheet.rows.is_sorted_by(|one, next| one.line < next.line));
    assert!(sheet.bad_lines.is_sorted_by_key(|bad| bad.line));
    assert!(!sheet.rows.is_empty() || !sheet.bad_lines.is_empty());
    assert!(sheet.has_header || sheet.header.iter().all(String::is_empty));
    let cells = sheet
        .rows
        .iter()
        .flat_map(|row| &row.cells)
        .chain(&sheet.header);
    for cell in cells {
        assert!(!cell.contains(['\0', '\n', '\r']));
        assert_eq!(cell.trim(), cell);
    }
}

/// Pieces of which lists and their mistakes are made.
fn pieces() -> impl Strategy<Value = String> {
    let pieces = [
        "\"",
        "\"\"",
        ";",
        ",",
        "\t",
        "|",
        "\n",
        "\r\n",
        "\r",
        "a",
        "ä",
        "\u{feff}",
        "\0",
        "a@x",
        "Vorname",
        "E-Mail",
        "sep=",
        " ",
        "1",
        "👩\u{200d}🚀",
    ];
    vec(select(pieces.to_vec()), 0..60).prop_map(|pieces| pieces.concat())
}

fn card_pieces() -> impl Strategy<Value = String> {
    let pieces = [
        "BEGIN:VCARD\n",
        "END:VCARD\n",
        "N:",
        "FN:",
        "EMAIL",
        ";PREF=1",
        ";TYPE=pref",
        ":",
        ";",
        ",",
        "\\",
        "n",
        "\n",
        "\r\n ",
        "=\n",
        ";ENCODING=QUOTED-PRINTABLE",
        "=C3=A4",
        "=",
        "ORG:",
        "item1.",
        "\"",
        "ä",
        "mailto:",
        ";CHARSET=utf-16",
    ];
    vec(select(pieces.to_vec()), 0..60)
        .prop_map(|pieces| format!("BEGIN:VCARD\n{}", pieces.concat()))
}

proptest! {
    #[test]
    fn arbitrary_bytes_never_panic(bytes in vec(any::<u8>(), 0..2000), choice in choices()) {
        check(&bytes, &choice);
    }

    #[test]
    fn arbitrary_lists_never_panic(text in pieces(), choice in choices()) {
        check(text.as_bytes(), &choice);
    }

    #[test]
    fn arbitrary_cards_never_panic(text in card_pieces(), choice in choices()) {
        check(text.as_bytes(), &choice);
    }

    #[test]
    fn quoted_cells_come_back_as_they_were(
        rows in vec(vec("[a-zäöü;,|\"]{1,6}", 3), 1..20)
    ) {
        let mut text = String::new();
        for row in &rows {
            let cells: Vec<String> =
                row.iter().map(|cell| format!("\"{}\"", cell.replace('"', "\"\""))).collect();
            text += &(cells.join(";") + "\r\n");
        }
        let choice = Choice {
            delimiter: Some(Delimiter::Semicolon),
            header: Some(HeaderChoice::Absent),
            ..Choice::default()
        };
        let sheet = read(text.as_bytes(), &choice).unwrap();
        let cells: Vec<Vec<String>> = sheet.rows.into_iter().map(|row| row.cells).collect();
        prop_assert_eq!(cells, rows);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn a_damaged_workbook_never_panics(
        damage in vec((any::<Index>(), any::<u8>()), 1..40),
        within_parts in any::<bool>(),
    ) {
        let whole = sample("liste.xlsx");
        let bytes = if within_parts { damage_parts(&whole, &damage) } else {
            damaged(whole, &damage)
        };
        check(&bytes, &Choice::default());
    }
}

fn damaged(mut bytes: Vec<u8>, damage: &[(Index, u8)]) -> Vec<u8> {
    for (index, byte) in damage {
        let index = index.index(bytes.len());
        bytes[index] = *byte;
    }
    bytes
}

/// Damages what is in the archive and leaves the archive itself sound.
fn damage_parts(whole: &[u8], damage: &[(Index, u8)]) -> Vec<u8> {
    let mut source = zip::ZipArchive::new(Cursor::new(whole)).expect("the sample is an archive");
    let mut parts = Vec::new();
    for index in 0..source.len() {
        let mut file = source.by_index(index).expect("the sample is sound");
        let name = file.name().expect("the sample is sound").into_owned();
        let mut content = Vec::new();
        file.read_to_end(&mut content).expect("the sample is sound");
        let printable: Vec<(Index, u8)> = damage
            .iter()
            .map(|(index, byte)| (*index, b' ' + byte % 95))
            .collect();
        parts.push((name, damaged(content, &printable)));
    }
    let parts: Vec<(&str, &[u8])> = parts
        .iter()
        .map(|(name, content)| (name.as_str(), content.as_slice()))
        .collect();
    archive(&parts)
}
