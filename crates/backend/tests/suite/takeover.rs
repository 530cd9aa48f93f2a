//! Taking an uploaded list over, and taking it back.

use std::{future::poll_fn, pin::pin};

use backend::{
    Failure,
    desk::Steps,
    imports::{self, ConfirmError, ImportState},
};
use domain::{
    access::act,
    guests::Standing,
    ids::{EventId, ImportId},
    imports::Verdict,
};
use testkit::{Engine, TestApp, both_engines, registration, yes};

use crate::suite::support::{preview, sample, subjects_to, upload};

const TWO: &str = "Vorname;Nachname;E-Mail\nAnna;Huber;anna@x.example\nBen;Maier;ben@x.example\n";

async fn confirm(app: &TestApp, event: EventId, import: ImportId) -> Result<u32, ConfirmError> {
    imports::confirm(&app.desk, &app.permit(), event, import).await
}

async fn status(app: &TestApp, event: EventId, import: ImportId) -> ImportState {
    imports::status(&app.desk, &app.permit(), event, import)
        .await
        .expect("the import is there")
}

/// Awaits a confirmation; returns how many were added, and what was said of its progress: whenever it paused, and last.
async fn watched(
    app: &TestApp,
    import: ImportId,
    confirmation: impl Future<Output = Result<u32, ConfirmError>>,
) -> (u32, Vec<Steps>) {
    let mut seen = Vec::new();
    let mut watch = None;
    let mut confirmation = pin!(confirmation);
    let result = poll_fn(|context| {
        let step = confirmation.as_mut().poll(context);
        if watch.is_none() {
            watch = app.desk.progress.watch(import.uuid());
        }
        if let Some(steps) = watch.as_ref().map(|watch| *watch.borrow())
            && seen.last() != Some(&steps)
        {
            seen.push(steps);
        }
        step
    })
    .await;
    (result.expect("the list is taken over"), seen)
}

/// Lets the database refuse the fourth guest.
async fn refuse_the_fourth_guest(app: &TestApp) {
    app.execute(match app.engine {
        Engine::Sqlite => {
            "CREATE TRIGGER refuse BEFORE INSERT ON guests WHEN (SELECT count(*) FROM guests) = 3 \
             BEGIN SELECT RAISE(ABORT, 'refused'); END"
        }
        Engine::Postgres => {
            "CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN \
             IF (SELECT count(*) FROM guests) = 3 THEN RAISE 'refused'; END IF; RETURN NEW; END $$; \
             CREATE TRIGGER refuse BEFORE INSERT ON guests FOR EACH ROW EXECUTE FUNCTION refuse()"
        }
    })
    .await;
}

both_engines! {
    async fn a_confirmed_list_is_the_guest_list(app: TestApp) {
        let event = app.event().make().await;
        let import = upload(&app, event, "pasted.tsv", sample("pasted.tsv")).await;
        assert_eq!(status(&app, event, import).await, ImportState::Draft);
        let (added, seen) = watched(&app, import, confirm(&app, event, import)).await;
        assert_eq!((added, seen.last()), (98, Some(&(98, 98))));
        assert_eq!(app.figures(event).await.standings.of(Standing::Listed), 98);
        assert_eq!((app.rows_in("guests").await, app.rows_in("people").await), (98, 98));
        assert_eq!(app.rows_in("mails").await, 0, "nobody is invited by this");
        let at = app.desk.now();
        assert_eq!(status(&app, event, import).await, ImportState::Done { added: 98, at });
    }

    async fn a_list_confirmed_twice_is_taken_over_once(app: TestApp) {
        let event = app.event().make().await;
        let import = upload(&app, event, "", TWO.into()).await;
        assert_eq!(confirm(&app, event, import).await.expect("confirmed"), 2);
        let before = app.snapshot().await;
        assert_eq!(confirm(&app, event, import).await.expect("confirmed"), 2);
        assert_eq!(app.snapshot().await, before);
    }

    async fn a_list_confirmed_by_two_at_once_is_taken_over_once(app: TestApp) {
        let event = app.event().make().await;
        let import = upload(&app, event, "", TWO.into()).await;
        let tries = (0..4).map(|_| confirm(&app, event, import));
        for result in futures::future::join_all(tries).await {
            assert_eq!(result.expect("confirmed"), 2);
        }
        assert_eq!(app.rows_in("guests").await, 2);
        assert_eq!(app.actions().await.get("import.confirmed"), Some(&1));
    }

    async fn the_key_of_a_list_ends_with_its_confirmation(app: TestApp) {
        let event = app.event().make().await;
        let import = upload(&app, event, "", TWO.into()).await;
        let id = app.literal(import.uuid());
        let keys = format!("SELECT count(*) FROM keys WHERE subject_id = {id}");
        let lists = format!("SELECT count(*) FROM imports WHERE id = {id} AND sealed IS NOT NULL");
        assert_eq!((app.count(&keys).await, app.count(&lists).await), (1, 1));
        confirm(&app, event, import).await.expect("confirmed");
        assert_eq!((app.count(&keys).await, app.count(&lists).await), (0, 0));
        let gone = imports::preview(&app.desk, &app.permit(), event, import).await;
        assert!(matches!(gone, Err(Failure::NotFound)));
    }

    async fn ten_thousand_rows_are_taken_over_in_one_go_and_their_progress_is_told(app: TestApp) {
        let event = app.event().make().await;
        let rows: String =
            (0..10_000).map(|n| format!("Gast;Nummer {n};gast{n}@x.example\n")).collect();
        let list = format!("Vorname;Nachname;E-Mail\n{rows}");
        let import = upload(&app, event, "", list.into()).await;
        let (added, seen) = watched(&app, import, confirm(&app, event, import)).await;
        assert_eq!(added, 10_000);
        assert!(seen.iter().all(|(_, total)| *total == 10_000));
        assert_eq!(seen.last(), Some(&(10_000, 10_000)));
        assert!(seen.is_sorted() && seen.len() > 50, "it grows step by step: {}", seen.len());
        assert_eq!(app.desk.progress.of(import.uuid()), None);
        assert_eq!(app.figures(event).await.standings.of(Standing::Listed), 10_000);
    }

    async fn a_running_import_shows_how_far_it_is(app: TestApp) {
        let event = app.event().make().await;
        let import = upload(&app, event, "", TWO.into()).await;
        let running = app.desk.progress.begin(import.uuid(), 2);
        assert_eq!(status(&app, event, import).await, ImportState::Running { done: 0, total: 2 });
        running.done(1);
        assert_eq!(status(&app, event, import).await, ImportState::Running { done: 1, total: 2 });
        drop(running);
        assert_eq!(status(&app, event, import).await, ImportState::Draft);
    }

    async fn a_row_that_fails_leaves_nothing_of_the_list(app: TestApp) {
        let event = app.event().make().await;
        let import = upload(&app, event, "pasted.tsv", sample("pasted.tsv")).await;
        refuse_the_fourth_guest(&app).await;
        let before = app.snapshot().await;
        let failed = confirm(&app, event, import).await;
        assert!(matches!(failed, Err(ConfirmError::Failure(Failure::Database(_)))), "{failed:?}");
        assert_eq!(app.snapshot().await, before);
        assert_eq!(status(&app, event, import).await, ImportState::Draft);
        let table = if app.engine == Engine::Postgres { " ON guests" } else { "" };
        app.execute(&format!("DROP TRIGGER refuse{table}")).await;
        assert_eq!(confirm(&app, event, import).await.expect("now it works"), 98);
    }

    async fn a_list_without_a_good_row_is_not_taken_over(app: TestApp) {
        let event = app.event().make().await;
        let list = "Vorname;Nachname;E-Mail\nAnna;Huber;\n";
        let import = upload(&app, event, "", list.into()).await;
        let before = app.snapshot().await;
        let nothing = confirm(&app, event, import).await;
        assert!(matches!(nothing, Err(ConfirmError::Nothing)), "{nothing:?}");
        assert_eq!(app.snapshot().await, before);
    }

    async fn whoever_is_listed_already_is_not_listed_again(app: TestApp) {
        let event = app.event().make().await;
        let first = upload(&app, event, "", TWO.into()).await;
        let second = upload(&app, event, "", TWO.to_uppercase().into()).await;
        assert_eq!(preview(&app, event, second).await.good(), 2);
        confirm(&app, event, first).await.expect("confirmed");
        let verdicts: Vec<_> =
            preview(&app, event, second).await.rows.into_iter().map(|row| row.verdict).collect();
        assert_eq!(verdicts, [Verdict::AlreadyListed, Verdict::AlreadyListed]);
        let nothing = confirm(&app, event, second).await;
        assert!(matches!(nothing, Err(ConfirmError::Nothing)), "{nothing:?}");
        assert_eq!(app.rows_in("guests").await, 2);
    }

    async fn an_undone_import_takes_its_guests_and_their_keys_but_nobody_who_was_invited_or_answered(app: TestApp) {
        let event = app.event().make().await;
        let elsewhere = app.event().title("Winterfest").make().await;
        app.guests(elsewhere, &["Dora;Wolf;dora@x.example"]).await;
        let list = format!("{TWO}Cleo;Berg;cleo@x.example\nDora;Wolf;dora@x.example\nEva;Lang;eva@x.example\n");
        let import = upload(&app, event, "", list.into()).await;
        let keys_before = app.rows_in("keys").await;
        confirm(&app, event, import).await.expect("confirmed");
        // Anna and Ben ask for their links; Anna answers. Eva is invited.
        for address in ["anna@x.example", "ben@x.example"] {
            app.register(event, &registration(address)).await.expect("same reply");
        }
        let mails = app.mails().await;
        let link_to = |address| mails.iter().find(|mail| mail.to == address).expect("a mail").text.as_str();
        let anna = app.guest_of_link(link_to("anna@x.example")).await;
        let ben = app.guest_of_link(link_to("ben@x.example")).await;
        app.answer(anna, &yes(&[])).await.expect("taken");
        let eva = app.search(event, "eva").await[0].id;
        let id = app.literal(eva.uuid());
        app.execute(&format!("UPDATE guests SET invited_at = 1 WHERE id = {id}")).await;

        let removed = imports::undo(&app.desk, &app.permit::<act::EditGuests>(), event, import).await;
        assert_eq!(removed.expect("undone"), 3);
        let standings: Vec<_> =
            app.list(event).await.iter().map(|guest| (guest.id, guest.standing())).collect();
        assert_eq!(standings, [(anna, Standing::Accepted), (eva, Standing::Open)]);
        assert_eq!(app.rows_in("people").await, 3, "Anna, Eva, and Dora who is a guest elsewhere");
        assert_eq!(app.rows_in("keys").await, keys_before + 1, "Anna's and Eva's for the list's");
        assert_eq!(subjects_to(&app, "ben@x.example").await, [""; 0]);
        assert_eq!(app.figures(event).await.mails_waiting, 2, "Anna's reminder and confirmation");
        let links = format!("SELECT count(*) FROM links WHERE revoked_at IS NULL AND guest_id = {}", app.literal(ben.uuid()));
        assert_eq!(app.count(&links).await, 0);
        assert_eq!(status(&app, event, import).await, ImportState::Undone);

        let before = app.snapshot().await;
        let again = imports::undo(&app.desk, &app.permit(), event, import).await;
        assert_eq!(again.expect("undone once"), 0);
        assert_eq!(confirm(&app, event, import).await.expect("confirmed once"), 5);
        assert_eq!(app.snapshot().await, before);
    }

    async fn an_import_that_was_not_confirmed_has_nothing_to_undo(app: TestApp) {
        let event = app.event().make().await;
        let import = upload(&app, event, "", TWO.into()).await;
        let before = app.snapshot().await;
        let undone = imports::undo(&app.desk, &app.permit(), event, import).await;
        assert_eq!(undone.expect("nothing to do"), 0);
        assert_eq!(app.snapshot().await, before);
    }
}
