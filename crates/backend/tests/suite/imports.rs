//! Uploading a list, looking at it, correcting what was guessed.

use backend::{
    Failure,
    imports::{self, Adjustment, Preview, UploadError},
};
use domain::{
    fields::Problem,
    ids::{EventId, ImportId},
    imports::{Column, RowProblem, Verdict},
};
use sheets::ReadError;
use testkit::both_engines;

use crate::suite::support::{preview, sample, upload};

/// What is to be found in a list.
struct Expected {
    file: &'static str,
    good: usize,
    doubles: &'static [(u32, u32)],
    bad: &'static [(u32, Problem)],
    /// Line and full name of somebody whose letters are easily broken.
    named: (u32, &'static str),
}

const SAMPLES: [Expected; 6] = [
    Expected {
        file: "excel-de.csv",
        good: 397,
        doubles: &[(403, 7)],
        bad: &[
            (14, Problem::Missing),
            (15, Problem::NotAnAddress),
            (256, Problem::NotAnAddress),
        ],
        named: (6, "Prof. Annika Bräuer"),
    },
    Expected {
        file: "outlook.csv",
        good: 397,
        doubles: &[(403, 7)],
        bad: &[
            (14, Problem::Missing),
            (15, Problem::NotAnAddress),
            (256, Problem::NotAnAddress),
        ],
        named: (5, "Dr. Akyıldız Sezer"),
    },
    Expected {
        file: "google.csv",
        good: 397,
        doubles: &[(403, 7)],
        bad: &[
            (14, Problem::Missing),
            (15, Problem::NotAnAddress),
            (256, Problem::NotAnAddress),
        ],
        named: (8, "Ing. Nina Nußbaumer"),
    },
    Expected {
        file: "liste.xlsx",
        good: 397,
        doubles: &[(404, 9)],
        bad: &[
            (15, Problem::Missing),
            (16, Problem::NotAnAddress),
            (257, Problem::NotAnAddress),
        ],
        named: (8, "Prof. Annika Bräuer"),
    },
    Expected {
        file: "kontakte.vcf",
        good: 198,
        doubles: &[],
        bad: &[(89, Problem::Missing), (97, Problem::NotAnAddress)],
        named: (33, "Prof. Annika Bräuer"),
    },
    Expected {
        file: "pasted.tsv",
        good: 98,
        doubles: &[],
        bad: &[(12, Problem::Missing), (13, Problem::NotAnAddress)],
        named: (5, "Annika Bräuer"),
    },
];

fn doubles(preview: &Preview) -> Vec<(u32, u32)> {
    let double = |row: &domain::imports::CheckedRow| match row.verdict {
        Verdict::DoubleOfLine(first) => Some((row.line, first)),
        _ => None,
    };
    preview.rows.iter().filter_map(double).collect()
}

fn bad(preview: &Preview) -> Vec<(u32, &str, Problem)> {
    let mut found = Vec::new();
    for row in &preview.rows {
        if let Verdict::Bad(RowProblem::Field(error)) = &row.verdict {
            found.push((row.line, error.field.as_str(), error.problem));
        }
    }
    found
}

both_engines! {
    async fn each_usual_list_is_understood_line_by_line(app: TestApp) {
        let event = app.event().make().await;
        for expected in SAMPLES {
            let import = upload(&app, event, expected.file, sample(expected.file)).await;
            let preview = preview(&app, event, import).await;
            assert_eq!(preview.file_name, expected.file);
            assert_eq!(preview.good(), expected.good, "{}", expected.file);
            assert_eq!(doubles(&preview), expected.doubles, "{}", expected.file);
            let bad_ones: Vec<_> =
                expected.bad.iter().map(|(line, problem)| (*line, "email", *problem)).collect();
            assert_eq!(bad(&preview), bad_ones, "{}", expected.file);
            let rows = expected.good + expected.doubles.len() + expected.bad.len();
            assert_eq!(preview.rows.len(), rows, "{}: no row is lost", expected.file);
            let (line, name) = expected.named;
            let row = preview.rows.iter().find(|row| row.line == line).expect("the line is there");
            assert_eq!(row.details.full_name(), name, "{}", expected.file);
        }
    }

    async fn nothing_becomes_a_guest_before_the_confirmation(app: TestApp) {
        let event = app.event().make().await;
        let import = upload(&app, event, "excel-de.csv", sample("excel-de.csv")).await;
        let before = app.snapshot().await;
        preview(&app, event, import).await;
        assert_eq!(app.snapshot().await, before, "looking changes nothing");
        for table in ["guests", "people", "mails", "links"] {
            assert_eq!(app.rows_in(table).await, 0, "{table}");
        }
    }

    async fn a_wrong_character_set_is_corrected(app: TestApp) {
        let event = app.event().make().await;
        let import = upload(&app, event, "excel-de.csv", sample("excel-de.csv")).await;
        let name_in_line_6 = async |charset: &'static str| {
            let adjustment = Adjustment { charset: charset.into(), ..Adjustment::default() };
            imports::adjust(&app.desk, &app.permit(), event, import, adjustment).await.expect("adjusted");
            let preview = preview(&app, event, import).await;
            assert_eq!(preview.charset, Some(charset));
            assert_eq!(preview.good(), 397);
            preview.rows[4].details.family_name.clone()
        };
        assert_eq!(name_in_line_6("utf-8").await, "Br\u{FFFD}uer");
        assert_eq!(name_in_line_6("windows-1252").await, "Bräuer");
        imports::confirm(&app.desk, &app.permit(), event, import).await.expect("confirmed");
        let found = app.search(event, "braeuer").await;
        assert!(found.iter().any(|guest| guest.file.details.family_name == "Bräuer"));
    }

    async fn columns_with_strange_headings_can_be_told(app: TestApp) {
        let event = app.event().make().await;
        let list = "Feld 1;Feld 2;Feld 3\nHuber;Anna;anna@x.example\nMaier;Ben;ben@x.example\n";
        let import = upload(&app, event, "", list.into()).await;
        let guessed = preview(&app, event, import).await;
        assert_eq!(guessed.header, ["Feld 1", "Feld 2", "Feld 3"]);
        assert_eq!(guessed.samples, ["Huber", "Anna", "anna@x.example"]);
        assert_eq!((guessed.good(), guessed.columns), (0, vec![Column::Ignore; 3]));
        let columns = vec![Column::FamilyName, Column::GivenName, Column::Email];
        let adjustment = Adjustment { columns: columns.clone(), ..Adjustment::default() };
        imports::adjust(&app.desk, &app.permit(), event, import, adjustment).await.expect("adjusted");
        let told = preview(&app, event, import).await;
        assert_eq!((told.good(), &told.columns), (2, &columns));
        assert_eq!(told.rows[0].details.name(), "Anna Huber");
    }

    async fn a_wrong_delimiter_is_corrected_and_the_columns_are_guessed_anew(app: TestApp) {
        let event = app.event().make().await;
        let list = "Vorname|Nachname|E-Mail\nAnna|Huber|anna@x.example\n";
        let import = upload(&app, event, "", list.into()).await;
        let good = async |delimiter: &str| {
            let adjustment = Adjustment { delimiter: delimiter.into(), ..Adjustment::default() };
            imports::adjust(&app.desk, &app.permit(), event, import, adjustment).await.expect("adjusted");
            preview(&app, event, import).await.good()
        };
        assert_eq!(good(";").await, 0);
        assert_eq!(good("|").await, 1);
    }

    async fn names_that_are_too_long_and_records_that_cannot_be_read_are_told(app: TestApp) {
        let event = app.event().make().await;
        let list = format!(
            "Vorname;Nachname;E-Mail\n{};Huber;a@x.example\n{};Huber;b@x.example\nAnna;Huber;c@x.example;d;e;f\n",
            "ä".repeat(100),
            "ä".repeat(101),
        );
        let import = upload(&app, event, "", list.into()).await;
        let preview = preview(&app, event, import).await;
        let verdicts: Vec<_> = preview.rows.iter().map(|row| (row.line, &row.verdict)).collect();
        let too_long = domain::fields::FieldError::new("given-name", Problem::TooLong { max: 100 });
        assert_eq!(
            verdicts,
            [
                (2, &Verdict::Good),
                (3, &Verdict::Bad(RowProblem::Field(too_long))),
                (4, &Verdict::Bad(RowProblem::Unreadable)),
            ]
        );
        assert_eq!(preview.rows[1].details.given_name.chars().count(), 100, "shortened to be shown");
    }

    async fn files_that_are_no_lists_are_refused_without_a_trace(app: TestApp) {
        let event = app.event().make().await;
        let before = app.snapshot().await;
        let cases: [(&[u8], ReadError); 4] = [
            (b"", ReadError::Empty),
            (b"Vorname;Nachname;E-Mail\n", ReadError::NoRows),
            (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x01\0", ReadError::NotText),
            (b"PK\x03\x04 not a workbook", ReadError::NotASpreadsheet),
        ];
        for (bytes, reason) in cases {
            let result =
                imports::upload(&app.desk, &app.permit(), event, String::new(), bytes.to_vec()).await;
            let Err(UploadError::Unreadable(found)) = result else { panic!("{reason}: {result:?}") };
            assert_eq!(found, reason);
        }
        assert_eq!(app.snapshot().await, before);
    }

    async fn an_unknown_import_or_one_of_another_event_is_not_found(app: TestApp) {
        let (event, other) = (app.event().make().await, app.event().make().await);
        let list = "Vorname;Nachname;E-Mail\nAnna;Huber;anna@x.example\n";
        let import = upload(&app, event, "", list.into()).await;
        let unknown = ImportId::from_uuid(uuid::Uuid::from_u128(7));
        let before = app.snapshot().await;
        let permit = || app.permit();
        for (event, import) in [(other, import), (event, unknown)] {
            let results = [
                imports::preview(&app.desk, &permit(), event, import).await.map(drop),
                imports::status(&app.desk, &permit(), event, import).await.map(drop),
                imports::adjust(&app.desk, &permit(), event, import, Adjustment::default()).await,
                imports::undo(&app.desk, &permit(), event, import).await.map(drop),
                confirmed(&app, event, import).await,
            ];
            for result in results {
                assert!(matches!(result, Err(Failure::NotFound)), "{result:?}");
            }
        }
        let lost = EventId::from_uuid(uuid::Uuid::from_u128(8));
        let result = imports::upload(&app.desk, &permit(), lost, String::new(), list.into()).await;
        assert!(matches!(result, Err(UploadError::Failure(Failure::NotFound))), "{result:?}");
        assert_eq!(app.snapshot().await, before);
    }
}

async fn confirmed(
    app: &testkit::TestApp,
    event: EventId,
    import: ImportId,
) -> Result<(), Failure> {
    match imports::confirm(&app.desk, &app.permit(), event, import).await {
        Ok(_) => Ok(()),
        Err(imports::ConfirmError::Failure(failure)) => Err(failure),
        Err(other) => panic!("{other:?}"),
    }
}
