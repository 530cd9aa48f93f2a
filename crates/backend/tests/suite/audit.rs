//! The log as a tree: places, checkpoints, proofs, exports.

use std::collections::HashSet;

use backend::{
    Failure,
    accounts::NewUser,
    audit::{self, ExportError, LogFilter, LogHead, Sequenced},
    retention,
};
use domain::{
    Instant,
    access::{Role, act},
    guests::Standing,
    ids::{EntryId, EventId},
};
use ledger::{
    ActorKind, Checkpoint, Verifier,
    export::{Divergence, Trusted, VerifyError, verify},
    verify_consistency, verify_inclusion,
};
use testkit::{Engine, Team, TestApp, both_engines, yes};
use uuid::Uuid;

use crate::suite::support::upload;

/// An event with three guests, one of whom accepts.
async fn journey(app: &TestApp) -> EventId {
    let event = app.event().make().await;
    app.guests(
        event,
        &[
            "Anna;Huber;anna@x.example",
            "Ben;Maier;ben@x.example",
            "Cem;Öz;cem@x.example",
        ],
    )
    .await;
    app.send_all(event).await;
    let guest = app.list(event).await[0].id;
    app.answer(guest, &yes(&[])).await.expect("accepted");
    event
}

/// Sequences until nothing waits; returns the last head.
pub async fn settle(app: &TestApp, team: Team) -> Option<LogHead> {
    let mut newest = None;
    while let Sequenced::Placed(_, head) = audit::sequence(&app.desk, team.tenant)
        .await
        .expect("sequenced")
    {
        newest = Some(head);
    }
    newest
}

async fn exported(app: &TestApp, team: Team) -> Vec<u8> {
    let mut file = Vec::new();
    audit::export(&app.desk, &app.permit_in::<act::SeeLog>(team), &mut file)
        .await
        .expect("exported");
    file
}

fn opened(head: &LogHead) -> Checkpoint {
    let verifier: Verifier = head.verifier.parse().expect("a key");
    Checkpoint::open(&head.checkpoint, verifier.name(), &verifier).expect("a signed checkpoint")
}

async fn entries(app: &TestApp, team: Team) -> i64 {
    let tenant = app.literal(team.tenant.uuid());
    app.count(&format!(
        "SELECT count(*) FROM entries WHERE tenant_id = {tenant}"
    ))
    .await
}

/// Lifts the rule that the log only grows, as somebody could who owns the database.
pub async fn lift_the_rules(app: &TestApp) {
    app.execute(match app.engine {
        Engine::Sqlite => {
            "DROP TRIGGER entries_stay; DROP TRIGGER entries_stay_as_they_are; DROP TRIGGER log_leaves_stay; \
             DROP TRIGGER log_leaves_stay_as_they_are"
        }
        Engine::Postgres => "DROP TRIGGER entries_stay ON entries; DROP TRIGGER log_leaves_stay ON log_leaves",
    })
    .await;
}

both_engines! {
    async fn every_entry_gets_its_place_and_the_export_proves_it(app: TestApp) {
        journey(&app).await;
        let head = settle(&app, app.team).await.expect("there were entries");
        let count = entries(&app, app.team).await;
        assert_eq!(i64::try_from(head.size).expect("small"), count);
        let tenant = app.literal(app.team.tenant.uuid());
        assert_eq!(app.count(&format!("SELECT count(*) FROM log_waiting WHERE tenant_id = {tenant}")).await, 0);
        assert!(app.rows_in("log_waiting").await > 0, "those of others go on waiting");
        let key: Verifier = head.verifier.parse().expect("a key");
        let trusted = Trusted::nothing().with_key(key).with_anchor(opened(&head));
        let report = verify(exported(&app, app.team).await.as_slice(), &trusted).expect("in order");
        assert_eq!((report.entries, report.anchored_entries), (head.size, head.size));
        assert_eq!(report.header.tenant, app.team.tenant.to_string());
    }

    async fn where_nothing_waits_nothing_is_written(app: TestApp) {
        journey(&app).await;
        settle(&app, app.team).await;
        let before = app.snapshot().await;
        assert_eq!(audit::sequence(&app.desk, app.team.tenant).await.expect("sequenced"), Sequenced::Nothing);
        let standing = audit::standing(&app.desk, app.team.tenant).await.expect("asked");
        assert_eq!(standing.waiting_since, None);
        assert!(standing.size > 0);
        assert_eq!(app.snapshot().await, before);
    }

    async fn what_fails_on_the_way_leaves_the_entries_waiting(app: TestApp) {
        journey(&app).await;
        app.execute(match app.engine {
            Engine::Sqlite => {
                "CREATE TRIGGER refuse BEFORE INSERT ON log_checkpoints BEGIN SELECT RAISE(ABORT, 'refused'); END"
            }
            Engine::Postgres => {
                "CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'refused'; END $$; \
                 CREATE TRIGGER refuse BEFORE INSERT ON log_checkpoints FOR EACH ROW EXECUTE FUNCTION refuse()"
            }
        }).await;
        let before = app.snapshot().await;
        let failed = audit::sequence(&app.desk, app.team.tenant).await;
        assert!(matches!(failed, Err(Failure::Database(_))), "{failed:?}");
        assert_eq!(app.snapshot().await, before);
        let table = if app.engine == Engine::Postgres { " ON log_checkpoints" } else { "" };
        app.execute(&format!("DROP TRIGGER refuse{table}")).await;
        assert!(settle(&app, app.team).await.is_some());
    }

    async fn several_sequencers_give_each_entry_one_place(app: TestApp) {
        let event = app.event().make().await;
        for round in 0..3 {
            app.guests(event, &[format!("Gast;Nummer {round};gast{round}@x.example").as_str()]).await;
            let tries = (0..4).map(|_| audit::sequence(&app.desk, app.team.tenant));
            for result in futures::future::join_all(tries).await {
                result.expect("sequenced");
            }
        }
        let head = settle(&app, app.team).await;
        assert_eq!(head, None, "nothing was left");
        let tenant = app.literal(app.team.tenant.uuid());
        let places = app.texts(&format!(
            "SELECT CAST(position AS TEXT) FROM log_leaves WHERE tenant_id = {tenant} ORDER BY log_leaves.position"
        )).await;
        let expected: Vec<String> = (0..entries(&app, app.team).await).map(|place| place.to_string()).collect();
        assert_eq!(places, expected);
    }

    async fn each_entry_and_each_older_state_is_proven(app: TestApp) {
        let event = journey(&app).await;
        let first = settle(&app, app.team).await.expect("entries");
        upload(&app, event, "", "Vorname;Nachname\nDora;Neu\n".into()).await;
        let list: Vec<String> = (0..300).map(|n| format!("Gast;Nummer {n};g{n}@x.example")).collect();
        app.guests(event, &list.iter().map(String::as_str).collect::<Vec<_>>()).await;
        let second = settle(&app, app.team).await.expect("entries");
        let see = app.permit::<act::SeeLog>();
        let newest = opened(&second);
        let grown = audit::prove_consistency(&app.desk, &see, first.size).await.expect("proven");
        assert_eq!(grown.head, second);
        let (old, new) = (opened(&first), &newest);
        verify_consistency(old.size, new.size, &old.root, &new.root, &grown.hashes).expect("it only grew");
        let mut page = LogFilter::default();
        let mut seen = HashSet::new();
        loop {
            let lines = audit::list(&app.desk, &see, &page).await.expect("a page");
            for line in &lines.lines {
                let proof = audit::prove_inclusion(&app.desk, &see, line.id, newest.size).await.expect("proven");
                assert_eq!(Some(proof.position), line.position);
                verify_inclusion(&proof.entry.leaf(), proof.position, newest.size, &proof.hashes, &newest.root)
                    .expect("it is in the log");
                assert!(seen.insert(proof.position));
            }
            page.before = lines.next;
            if page.before.is_none() {
                break;
            }
        }
        assert_eq!(seen.len(), usize::try_from(newest.size).expect("small"));
    }

    async fn what_is_changed_in_the_database_is_found(app: TestApp) {
        journey(&app).await;
        let head = settle(&app, app.team).await.expect("entries");
        lift_the_rules(&app).await;
        app.execute("UPDATE entries SET action = 'guest.declined' WHERE action = 'guest.accepted'").await;
        let found = verify(exported(&app, app.team).await.as_slice(), &Trusted::nothing());
        assert!(matches!(found, Err(VerifyError::Divergence(Divergence::Altered { .. }))), "{found:?}");
        let see = app.permit::<act::SeeLog>();
        let filter = LogFilter { topic: "guest".into(), actor_kind: Some(ActorKind::Participant), ..LogFilter::default() };
        let lines = audit::list(&app.desk, &see, &filter).await.expect("a page").lines;
        let proof = audit::prove_inclusion(&app.desk, &see, lines[0].id, head.size).await.expect("a proof");
        let root = opened(&head).root;
        verify_inclusion(&proof.entry.leaf(), proof.position, head.size, &proof.hashes, &root)
            .expect_err("the entry is another");
    }

    async fn the_log_only_grows_even_for_the_owner_of_the_database(app: TestApp) {
        journey(&app).await;
        settle(&app, app.team).await.expect("entries");
        let before = app.snapshot().await;
        for table in ["entries", "log_leaves", "log_checkpoints"] {
            for sql in [format!("DELETE FROM {table}"), format!("UPDATE {table} SET tenant_id = tenant_id")] {
                let refused = app.try_execute(&sql).await.expect_err("the log only grows");
                assert!(refused.to_string().contains("the log only grows"), "{sql}: {refused}");
            }
        }
        assert_eq!(app.snapshot().await, before);
    }

    async fn what_is_erased_leaves_every_proof_valid(app: TestApp) {
        let event = journey(&app).await;
        let before = settle(&app, app.team).await.expect("entries");
        app.clock.advance_ms(400 * Instant::DAY_MS);
        let deleted = retention::run(&app.desk, app.team.tenant).await.expect("deleted");
        assert_eq!(deleted.guests, 3);
        assert_eq!(app.figures(event).await.standings.of(Standing::Listed), 0);
        settle(&app, app.team).await.expect("entries of the deletion");
        let trusted = Trusted::nothing().with_anchor(opened(&before));
        verify(exported(&app, app.team).await.as_slice(), &trusted).expect("in order");
    }

    async fn the_log_of_others_is_out_of_reach(app: TestApp) {
        journey(&app).await;
        let head = settle(&app, app.team).await.expect("entries");
        let strangers = app.permit_in::<act::SeeLog>(app.others);
        assert_eq!(audit::head(&app.desk, &strangers).await.expect("asked"), None);
        let mut file = Vec::new();
        let empty = audit::export(&app.desk, &strangers, &mut file).await;
        assert!(matches!(empty, Err(ExportError::Empty)) && file.is_empty());
        let line = &audit::list(&app.desk, &app.permit(), &LogFilter::default()).await.expect("a page").lines[0];
        let foreign = audit::prove_inclusion(&app.desk, &strangers, line.id, head.size).await;
        assert!(matches!(foreign, Err(Failure::NotFound)));
        let theirs = settle(&app, app.others).await.expect("entries of theirs");
        assert_ne!(theirs.verifier, head.verifier);
        let none = EntryId::from_uuid(Uuid::from_u128(7));
        let missing = audit::prove_inclusion(&app.desk, &app.permit(), none, head.size).await;
        assert!(matches!(missing, Err(Failure::NotFound)));
    }

    async fn the_list_is_filtered_by_who_what_and_when(app: TestApp) {
        journey(&app).await;
        let see = app.permit::<act::SeeLog>();
        let count = async |filter: LogFilter| audit::list(&app.desk, &see, &filter).await.expect("a page").lines;
        let all = count(LogFilter::default()).await;
        assert_eq!(i64::try_from(all.len()).expect("small"), entries(&app, app.team).await);
        let guests = count(LogFilter { actor_kind: Some(ActorKind::Participant), ..LogFilter::default() }).await;
        assert_eq!(guests.iter().map(|line| line.action.as_str()).collect::<Vec<_>>(), ["guest.accepted"]);
        let topic = count(LogFilter { topic: "event".into(), ..LogFilter::default() }).await;
        assert!(!topic.is_empty() && topic.iter().all(|line| line.action.starts_with("event.")));
        let owner = count(LogFilter { user: Some(app.team.owner), ..LogFilter::default() }).await;
        assert!(!owner.is_empty() && owner.iter().all(|line| line.actor_name == "Olivia Organiser"));
        let later = Instant(TestApp::START.0 + Instant::DAY_MS);
        assert_eq!(count(LogFilter { from: later, ..LogFilter::default() }).await, []);
        assert_eq!(count(LogFilter { until: Instant(TestApp::START.0 - Instant::DAY_MS), ..LogFilter::default() }).await, []);
    }

    async fn the_state_of_the_log_is_mailed_once_a_day_while_something_happens(app: TestApp) {
        let event = journey(&app).await;
        settle(&app, app.team).await;
        let before = app.mails().await.len();
        let mail = async || audit::mail_state(&app.desk, app.team.tenant).await.expect("queued");
        assert_eq!(mail().await, 0, "not on the day on which the log began");
        app.clock.advance_ms(Instant::DAY_MS);
        app.guests(event, &["Dora;Eder;dora@x.example"]).await;
        settle(&app, app.team).await;
        assert_eq!((mail().await, mail().await), (1, 0));
        let mails = app.mails().await;
        assert_eq!(mails.len(), before + 1);
        let state = mails.last().expect("a mail");
        assert_eq!(state.to, "olivia@foyer.example", "the owner, as long as nobody else answers for it");
        let head = audit::head(&app.desk, &app.permit()).await.expect("asked").expect("signed");
        assert!(state.text.contains(&head.checkpoint), "{}", state.text);

        let officer = NewUser {
            name: "Dana Schutz".into(), email: "dana@foyer.example".into(), password: TestApp::PASSWORD.into(),
            organiser: app.team.tenant, role: Role::DataProtectionOfficer,
        };
        backend::accounts::create(&app.desk, &app.permit_of_operator(), officer).await.expect("created");
        app.clock.advance_ms(Instant::DAY_MS);
        app.guests(event, &["Emil;Fink;emil@x.example"]).await;
        assert_eq!(mail().await, 1);
        assert_eq!(app.mails().await.last().expect("a mail").to, "dana@foyer.example");
        app.clock.advance_ms(2 * Instant::DAY_MS);
        assert_eq!(mail().await, 0, "where nothing happens nothing is mailed");
    }
}
