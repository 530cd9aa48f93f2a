//! The guest list: pages, search, export.

use backend::guests::{self, ExportInput, GuestFilter, PAGE_LENGTH};
use backend::registrations::AnswerInput;
use backend::{Failure, history};
use domain::{Instant, Locale, access::act, guests::Standing};
use sheets::FileKind;
use testkit::{TestApp, as_csv, both_engines, no, yes};

use crate::suite::support::upload;

/// Cells as people and attackers write them, with what the export makes of them.
const STRANGE: [(&str, &str); 8] = [
    ("<script>alert(1)</script>", "<script>alert(1)</script>"),
    (
        "=HYPERLINK(\"http://x.example\")",
        "'=HYPERLINK(\"http://x.example\")",
    ),
    ("+43 1 234", "'+43 1 234"),
    ("-2+3", "'-2+3"),
    ("@SUM(A1:A9)", "'@SUM(A1:A9)"),
    ("👩\u{200d}🚀 Zoë", "👩\u{200d}🚀 Zoë"),
    ("עידו כהן", "עידו כהן"),
    ("Huber; \"Söhne\", KG", "Huber; \"Söhne\", KG"),
];

async fn exported(app: &TestApp, event: domain::ids::EventId, locale: Locale) -> Vec<Vec<String>> {
    let bytes = app.exported(None, event, as_csv(locale)).await;
    let text = bytes
        .strip_prefix(b"\xEF\xBB\xBF")
        .expect("a byte order mark");
    csv::ReaderBuilder::new()
        .delimiter(b';')
        .has_headers(false)
        .from_reader(text)
        .records()
        .map(|record| {
            record
                .expect("a record")
                .iter()
                .map(str::to_owned)
                .collect()
        })
        .collect()
}

both_engines! {
    async fn strange_cells_are_kept_as_they_are_and_exported_harmlessly(app: TestApp) {
        let event = app.event().make().await;
        let quoted = |cell: &str| format!("\"{}\"", cell.replace('"', "\"\""));
        let rows: String = (0..)
            .zip(STRANGE)
            .map(|(n, (cell, _))| format!("{0};{0};g{n}@x.example;{0}\n", quoted(cell)))
            .collect();
        let list = format!("Vorname;Nachname;E-Mail;Firma\n{rows}");
        let import = upload(&app, event, "", list.into()).await;
        backend::imports::confirm(&app.desk, &app.permit(), event, import).await.expect("confirmed");
        let stored = app.list(event).await;
        let exported = exported(&app, event, Locale::De).await;
        assert_eq!((stored.len(), exported.len()), (STRANGE.len(), STRANGE.len() + 1));
        for (at, (cell, shown)) in STRANGE.iter().enumerate() {
            let details = &stored[at].file.details;
            assert_eq!([&details.given_name, &details.family_name, &details.company], [cell; 3]);
            let line = &exported[at + 1];
            assert_eq!([&line[2], &line[3], &line[6]], [shown; 3]);
            assert_eq!(line[5], format!("g{at}@x.example"));
        }
    }

    async fn an_export_tells_where_each_guest_stands(app: TestApp) {
        let event = app.event().make().await;
        let guests = app.invited(event, &["Anna;Huber;anna@x.example", "Ben;Maier;ben@x.example"]).await;
        app.answer(guests[0], &yes(&["=Cleo"])).await.expect("taken");
        app.answer(guests[1], &no()).await.expect("taken");
        let lines = exported(&app, event, Locale::En).await;
        let ends: Vec<&[String]> = lines[1..].iter().map(|line| &line[9..12]).collect();
        let word = |standing| words::Words(Locale::En).get(&format!("standing-{standing}"));
        assert_eq!(
            ends,
            [
                [word("accepted"), "2".into(), "'=Cleo".into()],
                [word("declined"), "0".into(), String::new()],
            ]
        );
        assert_eq!(app.actions().await.get("guests.exported"), Some(&1));
    }

    async fn the_list_keeps_the_order_of_the_file_across_pages(app: TestApp) {
        let event = app.event().make().await;
        let lines: Vec<String> = (0..120).map(|n| format!("Gast;Nummer {n};g{n}@x.example")).collect();
        let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
        app.guests(event, &lines).await;
        let see = app.permit::<act::SeeGuests>();
        let (mut names, mut lengths) = (Vec::new(), Vec::new());
        let mut filter = GuestFilter::default();
        loop {
            let page = guests::list(&app.desk, &see, event, &filter).await.expect("a page");
            lengths.push(page.guests.len());
            names.extend(page.guests.into_iter().map(|guest| guest.file.details.family_name));
            filter.after = page.next;
            if filter.after.is_none() { break }
        }
        assert_eq!(lengths, [PAGE_LENGTH, PAGE_LENGTH, 20]);
        let expected: Vec<String> = (0..120).map(|n| format!("Nummer {n}")).collect();
        assert_eq!(names, expected);
    }

    async fn a_page_that_is_just_full_has_no_next_one(app: TestApp) {
        let event = app.event().make().await;
        let lines: Vec<String> =
            (0..PAGE_LENGTH).map(|n| format!("Gast;Nummer {n};g{n}@x.example")).collect();
        let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
        app.guests(event, &lines).await;
        let see = app.permit::<act::SeeGuests>();
        let page = guests::list(&app.desk, &see, event, &GuestFilter::default()).await.expect("a page");
        assert_eq!((page.guests.len(), page.next), (PAGE_LENGTH, None));
    }

    async fn a_search_finds_by_name_company_and_address(app: TestApp) {
        let event = app.event().make().await;
        app.guests(event, &["Łukasz;Müller;lm@firma.example", "Anna;Huber;anna@x.example"]).await;
        for needle in [" mueller ", "MÜLL", "muller", "lukasz", "firma.ex", "mul luk"] {
            let found = app.search(event, needle).await;
            assert_eq!(found.len(), 1, "{needle}");
            assert_eq!(found[0].file.details.family_name, "Müller");
        }
        assert_eq!(app.search(event, "nobody").await.len(), 0);
    }

    async fn what_is_found_is_sorted_by_name_and_paged(app: TestApp) {
        let event = app.event().make().await;
        let lines: Vec<String> = (0..120).rev().map(|n| format!("Gast;Nummer {n:03};g{n}@x.example")).collect();
        app.guests(event, &lines.iter().map(String::as_str).collect::<Vec<_>>()).await;
        app.guests(event, &["Zoe;Ärmel;gast-z@x.example", "Gast;Azur;a@x.example"]).await;
        let see = app.permit::<act::SeeGuests>();
        let mut filter = GuestFilter { search: "gast".into(), ..GuestFilter::default() };
        let mut names = Vec::new();
        loop {
            let page = guests::list(&app.desk, &see, event, &filter).await.expect("a page");
            names.extend(page.guests.iter().map(|guest| guest.file.details.family_name.clone()));
            filter.after = page.next;
            if filter.after.is_none() {
                break;
            }
            assert_eq!(page.guests.len(), PAGE_LENGTH);
        }
        let mut expected = vec!["Ärmel".to_owned(), "Azur".to_owned()];
        expected.extend((0..120).map(|n| format!("Nummer {n:03}")));
        assert_eq!(names, expected);
    }

    async fn what_is_searched_for_is_sealed_on_its_way(app: TestApp) {
        let (event, other) = (app.event().make().await, app.event().make().await);
        let permit = app.permit::<act::SeeGuests>();
        let long = "Müller ".repeat(50);
        let cut: String = long.chars().take(100).collect();
        for (text, found) in [("Müller", "Müller"), ("  ", ""), (long.as_str(), cut.as_str())] {
            let sealed = guests::ask(&app.desk, &permit, event, text).await.expect("sealed");
            assert_eq!(guests::asked(&app.desk, &permit, event, &sealed).await.expect("asked"), found);
            assert_eq!(guests::asked(&app.desk, &permit, other, &sealed).await.expect("asked"), "", "of another event");
        }
        for made_up in ["", "Maier", "AAAA", "%%%", &"A".repeat(100)] {
            assert_eq!(guests::asked(&app.desk, &permit, event, made_up).await.expect("asked"), "", "{made_up}");
        }
        let foreign = guests::ask(&app.desk, &app.permit_in(app.others), event, "Müller").await;
        assert!(matches!(foreign, Err(Failure::NotFound)));
        let log = app.count("SELECT count(*) FROM entries WHERE action = 'access.guests_searched'").await;
        assert_eq!(log, 2, "looking for nothing is no search");
    }

    async fn who_looks_at_a_guest_is_in_the_log_once_an_hour(app: TestApp) {
        let event = app.event().make().await;
        app.guests(event, &["Anna;Maier;anna@x.example"]).await;
        let guest = app.list(event).await[0].id;
        let permit = app.permit::<act::SeeGuests>();
        let seen = async || {
            guests::see(&app.desk, &permit, guest).await.expect("a guest");
            let history = history::of_guest(&app.desk, &permit, guest).await.expect("a history");
            history.iter().filter(|entry| entry.action == "access.guest_seen").count()
        };
        assert_eq!((seen().await, seen().await), (1, 1));
        app.clock.advance_ms(Instant::HOUR_MS);
        assert_eq!(seen().await, 2);
        let foreign = guests::see(&app.desk, &app.permit_in(app.others), guest).await;
        assert!(matches!(foreign, Err(Failure::NotFound)));
        assert_eq!(seen().await, 2);
    }

    async fn a_search_knows_every_change_before_it(app: TestApp) {
        let event = app.event().make().await;
        let anna = app.guests(event, &["Anna;Huber;anna@x.example"]).await[0];
        assert_eq!(app.search(event, "huber").await.len(), 1);
        app.guests(event, &["Ben;Huber;ben@x.example"]).await;
        assert_eq!(app.search(event, "huber").await.len(), 2);
        app.send_all(event).await;
        let renamed = AnswerInput { family_name: Some("Maier".into()), ..yes(&[]) };
        app.answer(anna, &renamed).await.expect("taken");
        assert_eq!(app.search(event, "huber").await.len(), 1);
        let found = app.search(event, "maier").await;
        assert_eq!(found.iter().map(|guest| guest.id).collect::<Vec<_>>(), [anna]);
        let see = app.permit::<act::SeeGuests>();
        let accepted = GuestFilter { search: "x.example".into(), standing: Some(Standing::Accepted), ..GuestFilter::default() };
        let page = guests::list(&app.desk, &see, event, &accepted).await.expect("a page");
        assert_eq!(page.guests.iter().map(|guest| guest.id).collect::<Vec<_>>(), [anna]);
    }

    async fn names_of_removed_guests_leave_the_memory(app: TestApp) {
        let event = app.event().make().await;
        app.guests(event, &["Anna;Huber;anna@x.example", "Ben;Maier;ben@x.example"]).await;
        let others = app.event().of_others().make().await;
        app.guests_in(app.others, others, &["Cem;Huber;cem@x.example"]).await;
        assert_eq!(app.search(event, "huber").await.len(), 1, "those of others are not found");
        assert_eq!(guests::names_in_memory(&app.desk, app.team.tenant).await, 2);
        assert_eq!(guests::names_in_memory(&app.desk, app.others.tenant).await, 0);
        let ben = app.literal(app.list(event).await[1].id.uuid());
        app.execute(&format!("DELETE FROM guests WHERE id = {ben}")).await;
        guests::forget_names(&app.desk).await.expect("forgotten");
        assert_eq!(guests::names_in_memory(&app.desk, app.team.tenant).await, 1);
        app.clock.advance_ms(15 * Instant::MINUTE_MS);
        guests::forget_names(&app.desk).await.expect("forgotten");
        assert_eq!(guests::names_in_memory(&app.desk, app.team.tenant).await, 0);
        assert_eq!(app.search(event, "huber").await.len(), 1, "and are read again when needed");
    }

    async fn each_figure_is_the_length_of_its_list(app: TestApp) {
        let event = app.event().make().await;
        let lines = ["A;A;a@x.example", "B;B;b@x.example", "C;C;c@x.example", "D;D;d@x.example"];
        let guests = app.invited(event, &lines).await;
        app.guests(event, &["E;E;e@x.example", "F;F;f@x.example"]).await;
        app.answer(guests[0], &yes(&["Begleitung"])).await.expect("taken");
        app.answer(guests[1], &no()).await.expect("taken");
        app.answer(guests[2], &yes(&[])).await.expect("taken");
        app.answer(guests[2], &no()).await.expect("taken");
        let figures = app.figures(event).await;
        let see = app.permit::<act::SeeGuests>();
        let length = async |filter: GuestFilter| {
            let page = guests::list(&app.desk, &see, event, &filter).await.expect("a page");
            u32::try_from(page.guests.len()).expect("few")
        };
        for (standing, expected) in Standing::ALL.into_iter().zip([2, 1, 0, 0, 0, 0, 0, 0, 1, 1, 1, 0]) {
            let filter = GuestFilter { standing: Some(standing), ..GuestFilter::default() };
            assert_eq!(length(filter).await, expected, "{standing:?}");
            assert_eq!(figures.standings.of(standing), expected, "{standing:?}");
        }
        let filter = GuestFilter { invited_only: true, ..GuestFilter::default() };
        assert_eq!((length(filter).await, figures.invited), (4, 4));
        assert_eq!((length(GuestFilter::default()).await, figures.standings.all()), (6, 6));
    }
}

both_engines! {
    async fn a_workbook_holds_the_list_and_only_those_asked_for(app: TestApp) {
        let event = app.event().by_invitation().companions(1).make().await;
        let guests = app.invited(event, &["Anna;Huber;anna@x.example", "Ben;=1+1;ben@x.example"]).await;
        app.answer(guests[0], &yes(&["Cleo"])).await.expect("taken");
        let workbook = |standing| ExportInput {
            kind: FileKind::Xlsx,
            filter: GuestFilter { standing, ..GuestFilter::default() },
            ..as_csv(Locale::De)
        };
        let read = |bytes: Vec<u8>| sheets::read(&bytes, &sheets::Choice::default()).expect("a workbook");
        let sheet = read(app.exported(None, event, workbook(None)).await);
        assert_eq!((sheet.header[2].as_str(), sheet.header[10].as_str()), ("Vorname", "Plätze"));
        let cells: Vec<&[String]> = sheet.rows.iter().map(|row| &row.cells[2..6]).collect();
        assert_eq!(cells, [["Anna", "Huber", "", "anna@x.example"], ["Ben", "=1+1", "", "ben@x.example"]]);
        assert_eq!(&sheet.rows[0].cells[9..12], ["Zugesagt", "2", "Cleo"]);
        let sheet = read(app.exported(None, event, workbook(Some(Standing::Open))).await);
        assert_eq!((sheet.rows.len(), sheet.rows[0].cells[2].as_str()), (1, "Ben"));
    }

    async fn an_export_goes_out_piece_by_piece_and_is_told_before_the_first(app: TestApp) {
        let event = app.event().make().await;
        let lines: Vec<String> = (0..1_100).map(|n| format!("Gast;Nummer {n};g{n}@x.example")).collect();
        let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
        app.guests(event, &lines).await;
        let mut file = guests::export(&app.desk, &app.permit(), None, event, as_csv(Locale::De)).await.expect("begun");
        assert_eq!(app.actions().await.get("guests.exported"), Some(&1));
        let mut pieces = Vec::new();
        while let Some(piece) = file.next(&app.desk).await.expect("read") {
            pieces.push(String::from_utf8(piece).expect("UTF-8"));
        }
        let lines: Vec<usize> = pieces.iter().map(|piece| piece.lines().count()).collect();
        assert_eq!(lines, [501, 500, 100, 0]);
        assert!(pieces[2].contains("Nummer 1099"));
        assert!(file.next(&app.desk).await.expect("at its end").is_none());
    }
}
