//! Backups: they come back whole, on either engine, without whoever was erased; and what is wrong with one is said.

use std::{collections::BTreeSet, sync::Arc};

use backend::{
    access::{Permit, Who},
    backups::{self, BackupError, Restored},
    desk::Desk,
    erasures::{self, Destroyed},
    events, guests,
    mails::deliver_due,
    registrations::AnswerInput,
};
use domain::{
    Bilingual, Instant,
    access::act,
    ids::{EventId, GuestId},
    questions::{QuestionEdit, RawQuestion, RawReplies},
};
use testkit::{Engine, MailServer, TestApp, both_engines, inventory, yes};
use uuid::Uuid;

use crate::suite::support::smtp_to;

/// Both parts of a backup.
struct Backup {
    data: Vec<u8>,
    keys: Vec<u8>,
}

async fn backup(app: &TestApp) -> Backup {
    let (mut data, mut keys) = (Vec::new(), Vec::new());
    let permit = app.permit_of_operator();
    let made = backups::create(&app.desk, &permit, &mut data, &mut keys)
        .await
        .expect("made");
    assert!(made.rows > 10);
    Backup { data, keys }
}

async fn restore(
    app: &TestApp,
    desk: &Desk,
    backup: &Backup,
    destroyed: &[Destroyed],
) -> Result<Restored, BackupError> {
    let permit = app.permit_of_operator();
    backups::restore(desk, &permit, &backup.data[..], &backup.keys[..], destroyed).await
}

fn text(main: &str) -> Bilingual {
    Bilingual {
        main: main.into(),
        english: String::new(),
    }
}

/// How many replies of special categories of Anna a desk can read.
async fn special(app: &TestApp, desk: &Desk, anna: GuestId) -> usize {
    let seen = backend::questions::see_special(desk, &app.permit(), anna).await;
    seen.map_or(0, |replies| replies.len())
}

/// An event with Anna, who accepted and has an allergy, and Ben.
async fn scene(app: &TestApp) -> (EventId, GuestId) {
    let event = app.event().make().await;
    let guests = app
        .invited(
            event,
            &["Anna;Huber;anna@x.example", "Ben;Maier;ben@x.example"],
        )
        .await;
    let question = RawQuestion {
        kind: "text".into(),
        label: text("Allergien"),
        why: text("Küche"),
        is_special: true,
        ..RawQuestion::default()
    };
    let put = QuestionEdit::Put(0, Box::new(question));
    backend::questions::edit(&app.desk, &app.permit(), event, put)
        .await
        .expect("asked");
    let answer = AnswerInput {
        replies: RawReplies(vec![(1, vec!["Nüsse".into()])]),
        ..yes(&["Carla"])
    };
    app.answer(guests[0], &answer).await.expect("accepted");
    backend::audit::sequence(&app.desk, app.team.tenant)
        .await
        .expect("sequenced");
    (event, guests[0])
}

/// The names on a list, as a desk shows them.
async fn names(app: &TestApp, desk: &Desk, event: EventId) -> Vec<String> {
    let see: Permit<act::SeeGuests> = app.permit();
    let page = guests::list(desk, &see, event, &guests::GuestFilter::default())
        .await
        .expect("a page");
    page.guests
        .iter()
        .map(|guest| guest.file.details.given_name.clone())
        .collect()
}

async fn taken(app: &TestApp, desk: &Desk, event: EventId) -> u32 {
    let see: Permit<act::SeeEvents> = app.permit();
    events::load(desk, &see, event)
        .await
        .expect("the event")
        .0
        .taken
}

async fn empty(app: &TestApp, engine: Engine) -> Arc<Desk> {
    app.empty_desk(engine).await
}

fn is_empty(restored: &Result<Restored, BackupError>, why: &str) -> String {
    match restored {
        Ok(_) => panic!("restored although {why}"),
        Err(error) => error.to_string(),
    }
}

both_engines! {
    async fn a_backup_of_either_engine_comes_back_on_either_engine(app: TestApp) {
        let (event, anna) = scene(&app).await;
        let backup = backup(&app).await;
        for engine in [Engine::Sqlite, Engine::Postgres] {
            let desk = empty(&app, engine).await;
            let restored = restore(&app, &desk, &backup, &[]).await.expect("restored");
            assert_eq!((restored.tenants, restored.erased), (3, 0));
            assert_eq!(names(&app, &desk, event).await, ["Anna", "Ben"]);
            assert_eq!(taken(&app, &desk, event).await, 2);
            assert_eq!(special(&app, &desk, anna).await, 1);
            backend::audit::sequence(&desk, app.team.tenant).await.expect("the log goes on");
            let checked = backups::check(&desk, &app.permit_of_operator()).await.expect("in order");
            assert_eq!(checked.tenants, 3);
            assert!(checked.entries > 10 && checked.opened >= 3, "{checked:?}");
            // Nobody stays signed in, everything else works on.
            let ben = guests::list(&desk, &app.permit(), event, &guests::GuestFilter::default()).await.expect("a page").guests[1].id;
            let permit = app.permit_of_guest(ben);
            backend::registrations::answer(&desk, &permit, ben, &yes(&[])).await.expect("accepted");
            assert_eq!(taken(&app, &desk, event).await, 3);
        }
    }

    async fn whoever_was_erased_does_not_come_back(app: TestApp) {
        let (event, anna) = scene(&app).await;
        let before = backup(&app).await;
        let person = erasures::erase(&app.desk, &app.permit(), event, anna).await.expect("erased");
        let after = backup(&app).await;
        let list = erasures::destroyed_since(&app.desk, app.team.tenant, (Instant(0), Uuid::nil())).await.expect("a list");

        // The old data with the keys of now, and the old backup with the list that was kept outside.
        let mixed = Backup { data: before.data.clone(), keys: after.keys.clone() };
        for (backup, list) in [(&mixed, &[][..]), (&before, &list[..])] {
            let desk = empty(&app, app.engine).await;
            let restored = restore(&app, &desk, backup, list).await.expect("restored");
            assert_eq!(restored.erased, 1);
            assert_eq!(names(&app, &desk, event).await, ["Ben"]);
            assert_eq!(taken(&app, &desk, event).await, 0, "the places are free");
            assert_eq!(special(&app, &desk, anna).await, 0);
            let again = erasures::repeat(&desk, list).await.expect("nothing to repeat");
            assert_eq!(again, 0);
            assert!(backups::check(&desk, &app.permit_of_operator()).await.is_ok());
            let permit = app.permit::<act::ErasePeople>();
            assert!(erasures::extent(&desk, &permit, event, anna).await.is_err(), "{person} is nobody");
        }
        // Once the certificate's date has come, the old keys are refused.
        app.clock.advance_ms(30 * Instant::DAY_MS);
        let desk = empty(&app, app.engine).await;
        assert!(matches!(restore(&app, &desk, &before, &[]).await, Err(BackupError::Expired)));
    }

    async fn older_data_with_newer_keys_leave_no_key_of_whoever_came_in_between(app: TestApp) {
        let (event, _) = scene(&app).await;
        let before = backup(&app).await;
        app.guests(event, &["Dora;Eder;dora@x.example"]).await;
        app.event().make().await;
        let after = backup(&app).await;
        let mixed = Backup { data: before.data.clone(), keys: after.keys };
        let mut keys = Vec::new();
        for backup in [&before, &mixed] {
            let desk = empty(&app, app.engine).await;
            restore(&app, &desk, backup, &[]).await.expect("restored");
            let permit = app.permit_of(Who::Operator(app.team.tenant));
            let status = backend::keys::status(&desk, &permit).await.expect("known");
            keys.push(status.roots.iter().map(|root| root.keys).sum::<u64>());
            assert_eq!(names(&app, &desk, event).await, ["Anna", "Ben"]);
        }
        assert!(keys[0] > 3);
        assert_eq!(keys[0], keys[1]);
    }

    async fn mails_that_waited_when_the_backup_was_made_may_have_gone_out(app: TestApp) {
        let (event, _) = scene(&app).await;
        let backup = backup(&app).await;
        let desk = empty(&app, app.engine).await;
        restore(&app, &desk, &backup, &[]).await.expect("restored");
        let server = MailServer::start().await;
        let sent = deliver_due(&desk, app.team.tenant, &smtp_to(&server)).await.expect("the round ends");
        // Anna's confirmation goes out again under its id; no invitation does.
        assert_eq!((sent.sent, sent.failed), (1, 0));
        assert!(server.received().iter().all(|mail| mail.to == ["anna@x.example"]));
        let see: Permit<act::SeeEvents> = app.permit();
        let figures = events::load(&desk, &see, event).await.expect("the event").1;
        assert_eq!((figures.mails_waiting, figures.mails_failed), (0, 2), "both are shown as uncertain");
    }

    async fn what_is_wrong_with_a_backup_is_said_and_nothing_is_written(app: TestApp) {
        scene(&app).await;
        let good = backup(&app).await;
        app.clock.advance_ms(1_000);
        let later = backup(&app).await;
        let with = |data: &[u8], keys: &[u8]| Backup { data: data.to_vec(), keys: keys.to_vec() };
        let replaced = |from: &str, to: &str| {
            let text = String::from_utf8_lossy(&good.data[..200]).replace(from, to);
            [text.as_bytes(), &good.data[200..]].concat()
        };
        let mut flipped = good.data.clone();
        let middle = flipped.len() / 2;
        flipped[middle] ^= 1;
        let cut = &good.data[..good.data.len() - 20];
        for (backup, sentence) in [
            (with(&flipped, &good.keys), "damaged or was cut off"),
            (with(cut, &good.keys), "damaged or was cut off"),
            (with(&good.data, &good.keys[..good.keys.len() - 1]), "damaged or was cut off"),
            (with(b"no backup", &good.keys), "not a backup"),
            (with(b"", &good.keys), "not a backup"),
            (with(&good.keys, &good.keys), "part with the keys of a backup; the part with the data is wanted"),
            (with(&replaced("\"environment\":\"test\"", "\"environment\":\"production\""), &good.keys), "made in the environment production"),
            (with(&replaced("\"schema\":", "\"schema\":9"), &good.keys), "version 9"),
            (with(&replaced("\"made_at\":18", "\"made_at\":17"), &good.keys), "damaged or was cut off"),
            (with(&later.data, &good.keys), "older than the part with the data"),
        ] {
            let desk = empty(&app, app.engine).await;
            let result = restore(&app, &desk, &backup, &[]).await;
            let said = is_empty(&result, sentence);
            assert!(said.contains(sentence), "{said} instead of {sentence}");
            assert!(desk.tenants().await.expect("asked").is_empty(), "nothing is written: {sentence}");
        }
        let foreign = TestApp::start(app.engine).await;
        let desk = foreign.empty_desk(app.engine).await;
        let said = is_empty(&restore(&app, &desk, &good, &[]).await, "another key file");
        assert!(said.contains("does not open with this key"), "{said}");
    }

    async fn a_backup_is_never_restored_over_an_installation(app: TestApp) {
        let (event, _) = scene(&app).await;
        let backup = backup(&app).await;
        let before = app.snapshot().await;
        let said = is_empty(&restore(&app, &app.desk, &backup, &[]).await, "it is in use");
        assert!(said.contains("not empty"), "{said}");
        assert_eq!(app.snapshot().await, before);
        assert_eq!(names(&app, &app.desk, event).await, ["Anna", "Ben"]);
    }

    async fn making_and_restoring_leave_entries(app: TestApp) {
        scene(&app).await;
        let backup = backup(&app).await;
        let last = backups::last(&app.desk, &app.permit()).await.expect("known");
        assert_eq!((last.created_at, last.verified_at, last.restored_at), (Some(TestApp::START), None, None));
        backups::note_verified(&app.desk, &app.permit_of_operator(), 7).await.expect("noted");
        let desk = empty(&app, app.engine).await;
        restore(&app, &desk, &backup, &[]).await.expect("restored");
        let last = backups::last(&desk, &app.permit()).await.expect("known");
        assert_eq!(last.restored_at, Some(TestApp::START));
        let last = backups::last(&app.desk, &app.permit()).await.expect("known");
        assert_eq!(last.verified_at, Some(TestApp::START));
    }
}

#[test]
fn a_backup_holds_every_column_but_what_follows_from_others() {
    let all: BTreeSet<(String, String)> = inventory()
        .into_keys()
        .filter(|(table, _)| {
            ![
                "sessions",
                "password_resets",
                "attempts",
                "challenges",
                "log_waiting",
                "guest_changes",
            ]
            .contains(&table.as_str())
        })
        .collect();
    let held: BTreeSet<(String, String)> = backups::columns()
        .map(|(table, column)| (table.to_owned(), column.to_owned()))
        .collect();
    assert_eq!(held, all);
}
