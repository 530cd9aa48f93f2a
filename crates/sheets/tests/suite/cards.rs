//! vCard: versions, folding, encodings, preferences, broken cards.

use crate::support::{read_guessing, table};
use sheets::{BadLine, BadLineReason, Choice, MAX_CELL_CHARS, ReadError, read};

fn only_row(text: &str) -> Vec<String> {
    let sheet = read_guessing(text.as_bytes()).expect("cards are readable");
    assert_eq!((sheet.rows.len(), sheet.bad_lines.len()), (1, 0));
    sheet.rows[0].cells.clone()
}

#[test]
fn each_column_is_filled() {
    let cells = only_row(
        "BEGIN:VCARD\r\nVERSION:4.0\r\nN:van der Berg;Anna;Maria;Univ.-Prof.,Dr.;MBA,BSc\r\n\
         FN:egal\r\nORG:Huber \\; Co;Vertrieb\r\nTITLE:Leitung\\, Verkauf\r\n\
         item1.EMAIL;TYPE=work:anna@x.example\r\nTEL;VALUE=uri:tel:+43-1-234\r\nLANG:de-AT\r\n\
         END:VCARD\r\n",
    );
    assert_eq!(
        cells,
        [
            "Univ.-Prof. Dr.",
            "Anna Maria",
            "van der Berg",
            "MBA, BSc",
            "anna@x.example",
            "Huber ; Co, Vertrieb",
            "Leitung, Verkauf",
            "+43-1-234",
            "de-AT"
        ]
    );
}

#[test]
fn quoted_printable_of_version_2_1_is_decoded_over_soft_breaks() {
    let cells = only_row(
        "BEGIN:VCARD\nVERSION:2.1\nN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Br=C3=A4=\nuer;Annika\n\
         ORG;QUOTED-PRINTABLE;CHARSET=ISO-8859-1:S=F6hne=3B KG\nEMAIL;INTERNET:a@x.example\nEND:VCARD\n",
    );
    assert_eq!(cells[1..3], ["Annika", "Bräuer"]);
    assert_eq!(cells[4], "a@x.example");
}

#[test]
fn folded_lines_are_put_together() {
    let cells = only_row(
        "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Anna Huber\r\nEMAIL:anna.hu\r\n ber@x.exa\r\n\tmple\r\nEND:VCARD",
    );
    assert_eq!(cells[4], "anna.huber@x.example");
}

#[test]
fn the_preferred_address_wins_else_the_first() {
    let card = |emails: &str| {
        only_row(&format!(
            "BEGIN:VCARD\nVERSION:3.0\nN:Huber;Anna\n{emails}\nEND:VCARD\n"
        ))[4]
            .clone()
    };
    assert_eq!(card("EMAIL:a@x.example\nEMAIL:b@x.example"), "a@x.example");
    assert_eq!(
        card("EMAIL:a@x.example\nEMAIL;TYPE=home,pref:b@x.example"),
        "b@x.example"
    );
    assert_eq!(
        card("EMAIL:a@x.example\nEMAIL;PREF;INTERNET:b@x.example"),
        "b@x.example"
    );
    assert_eq!(
        card("EMAIL;PREF=2:a@x.example\nEMAIL;PREF=1:b@x.example"),
        "b@x.example"
    );
    assert_eq!(card("EMAIL;X=\"a:b;c\":mailto:a@x.example"), "a@x.example");
}

#[test]
fn without_n_the_formatted_name_is_split() {
    let names = |name: &str| {
        let cells = only_row(&format!(
            "BEGIN:VCARD\nVERSION:4.0\nN:;;;;\nFN:{name}\nEND:VCARD\n"
        ));
        [cells[1].clone(), cells[2].clone()]
    };
    assert_eq!(names("Anna Maria Huber"), ["Anna Maria", "Huber"]);
    assert_eq!(names("Huber\\, Anna"), ["Anna", "Huber"]);
    assert_eq!(names("Anna"), ["", "Anna"]);
}

#[test]
fn broken_cards_are_bad_lines_and_the_others_are_read() {
    let long = "x".repeat(MAX_CELL_CHARS + 1);
    let text = format!(
        "BEGIN:VCARD\nFN:Anna Huber\nBEGIN:VCARD\nFN:Ben Maier\nEND:VCARD\nstray\n\n\
         BEGIN:VCARD\nNOTE:nothing\nno property\nEND:VCARD\nBEGIN:VCARD\nFN:{long}\nEND:VCARD\n\
         BEGIN:VCARD\nFN:Cem Ay"
    );
    let sheet = read_guessing(text.as_bytes()).unwrap();
    assert_eq!(
        table(&sheet)
            .iter()
            .map(|(line, _)| *line)
            .collect::<Vec<_>>(),
        [3]
    );
    let reasons: Vec<BadLine> = [
        (1, BadLineReason::UnfinishedCard),
        (6, BadLineReason::OutsideCard),
        (8, BadLineReason::EmptyCard),
        (12, BadLineReason::CellTooLong),
        (15, BadLineReason::UnfinishedCard),
    ]
    .map(|(line, reason)| BadLine { line, reason })
    .into();
    assert_eq!(sheet.bad_lines, reasons);
}

#[test]
fn blanks_and_case_around_the_markers_do_not_matter() {
    let cells = only_row("\r\n begin:vcard \r\nfn:Anna Huber\r\nend:vcard \r\n");
    assert_eq!(cells[2], "Huber");
}

#[test]
fn a_vcf_file_is_read_as_cards_by_its_name() {
    let choice = Choice {
        file_name: Some("Kontakte.VCF".into()),
        ..Choice::default()
    };
    let sheet = read(b"stray\nBEGIN:VCARD\nFN:Anna Huber\nEND:VCARD\n", &choice).unwrap();
    assert_eq!((sheet.rows.len(), sheet.bad_lines.len()), (1, 1));
    assert_eq!(read(b"\n\n", &choice).unwrap_err(), ReadError::Empty);
}
