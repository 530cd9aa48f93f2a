//! The report on the measures: each light turns when what it stands for is broken, and back when it is mended.

use backend::{
    backups, mailings,
    mails::deliver_due,
    protection::{self, Report},
    retention, team,
};
use domain::{
    Instant,
    access::act,
    mailings::Mailing,
    protection::{Finding, Light, Measure, Value},
};
use testkit::{Engine, MailServer, TestApp, both_engines, registration};

use super::{
    audit::{lift_the_rules, settle},
    support::smtp_to,
};

async fn report(app: &TestApp) -> Report {
    protection::report(&app.desk, &app.permit(), &app.permit(), &app.permit())
        .await
        .expect("a report")
}

async fn finding(app: &TestApp, measure: Measure) -> Finding {
    let report = report(app).await;
    let found = report
        .findings
        .into_iter()
        .find(|found| found.measure == measure);
    found.expect("each measure is looked at")
}

async fn light(app: &TestApp, measure: Measure) -> Light {
    finding(app, measure).await.light
}

fn value(finding: &Finding, name: &str) -> Value {
    let fact = finding.facts.iter().find(|fact| fact.name == name);
    fact.expect("the fact is there").value.clone()
}

both_engines! {
    async fn every_measure_is_looked_at_once_in_the_order_of_the_paper(app: TestApp) {
        let event = app.event().make().await;
        app.guests(event, &["Anna;Huber;anna@x.example"]).await;
        settle(&app, app.team).await.expect("entries");
        let report = report(&app).await;
        let measures: Vec<Measure> = report.findings.iter().map(|found| found.measure).collect();
        assert_eq!(measures, Measure::ALL);
        assert!(!report.checkpoint.is_empty() && report.tenant == app.team.tenant);
        let text = serde_json::to_string(&report).expect("figures").to_lowercase();
        for personal in ["anna", "huber", "olivia", "x.example"] {
            assert!(!text.contains(personal), "{personal}");
        }
    }

    async fn a_column_that_nobody_has_classified_is_red(app: TestApp) {
        assert_eq!(light(&app, Measure::Columns).await, Light::Green);
        app.execute("ALTER TABLE guests ADD COLUMN nickname text").await;
        let found = finding(&app, Measure::Columns).await;
        assert_eq!((found.light, value(&found, "columns-unknown")), (Light::Red, Value::Count(1)));
        app.execute("ALTER TABLE guests DROP COLUMN nickname").await;
        assert_eq!(light(&app, Measure::Columns).await, Light::Green);
    }

    async fn what_was_never_sealed_is_red(app: TestApp) {
        let event = app.event().make().await;
        app.guests(event, &["Anna;Huber;anna@x.example", "Bert;Maier;bert@x.example"]).await;
        assert_eq!(light(&app, Measure::Sealed).await, Light::Green);
        let plain = match app.engine {
            Engine::Sqlite => "CAST('Anna Huber' AS BLOB)",
            Engine::Postgres => "convert_to('Anna Huber', 'UTF8')",
        };
        app.execute(&format!("UPDATE guests SET sealed = {plain} WHERE id = (SELECT id FROM guests ORDER BY id LIMIT 1)")).await;
        let found = finding(&app, Measure::Sealed).await;
        assert_eq!((found.light, value(&found, "rows-plain")), (Light::Red, Value::Count(1)));
    }

    async fn somebody_without_a_key_is_red(app: TestApp) {
        let event = app.event().make().await;
        app.guests(event, &["Anna;Huber;anna@x.example"]).await;
        assert_eq!(light(&app, Measure::PersonKeys).await, Light::Green);
        app.execute("DELETE FROM keys WHERE subject_id IN (SELECT id FROM people)").await;
        assert_eq!(light(&app, Measure::PersonKeys).await, Light::Red);
    }

    async fn a_key_file_is_for_trying_things_out(app: TestApp) {
        let found = finding(&app, Measure::RootKeys).await;
        assert_eq!((found.light, value(&found, "provider")), (Light::Amber, Value::Code("local-key-file")));
    }

    async fn each_guard_of_the_log_counts(app: TestApp) {
        app.event().make().await;
        settle(&app, app.team).await.expect("entries");
        assert_eq!(light(&app, Measure::LogStays).await, Light::Green);
        app.execute(match app.engine {
            Engine::Sqlite => "DROP TRIGGER erasures_stay_as_they_are",
            Engine::Postgres => "ALTER TABLE erasures DISABLE TRIGGER erasures_stay",
        })
        .await;
        let found = finding(&app, Measure::LogStays).await;
        assert_eq!((found.light, value(&found, "log-guards")), (Light::Red, Value::Share(4, 5)));
    }

    async fn the_log_is_red_while_it_is_unsigned_late_or_changed(app: TestApp) {
        app.event().make().await;
        assert_eq!([light(&app, Measure::Log).await, light(&app, Measure::LogStays).await], [Light::Red; 2], "nothing is signed yet");
        settle(&app, app.team).await.expect("entries");
        assert_eq!([light(&app, Measure::Log).await, light(&app, Measure::LogStays).await], [Light::Green; 2]);
        app.event().make().await;
        app.clock.advance_ms(Instant::MINUTE_MS);
        assert_eq!(light(&app, Measure::Log).await, Light::Red, "an entry waits for too long");
        settle(&app, app.team).await.expect("entries");
        assert_eq!(light(&app, Measure::Log).await, Light::Green);
        lift_the_rules(&app).await;
        let found = finding(&app, Measure::LogStays).await;
        assert_eq!((found.light, value(&found, "entries-wrong")), (Light::Red, Value::Count(0)), "the guards are gone");
        app.execute("UPDATE entries SET action = 'event.changed' WHERE action = 'event.created'").await;
        let found = finding(&app, Measure::LogStays).await;
        assert_eq!(value(&found, "entries-wrong"), Value::Count(2));
    }

    async fn a_backup_that_is_too_old_or_was_never_tried_is_red(app: TestApp) {
        assert_eq!([light(&app, Measure::Backup).await, light(&app, Measure::Restore).await], [Light::Red; 2]);
        let permit = app.permit_of_operator();
        let (mut data, mut keys) = (Vec::new(), Vec::new());
        backups::create(&app.desk, &permit, &mut data, &mut keys).await.expect("a backup");
        backups::note_verified(&app.desk, &permit, 1).await.expect("noted");
        assert_eq!([light(&app, Measure::Backup).await, light(&app, Measure::Restore).await], [Light::Green; 2]);
        app.clock.advance_ms(2 * Instant::DAY_MS);
        assert_eq!([light(&app, Measure::Backup).await, light(&app, Measure::Restore).await], [Light::Amber, Light::Green]);
        app.clock.advance_ms(100 * Instant::DAY_MS);
        assert_eq!([light(&app, Measure::Backup).await, light(&app, Measure::Restore).await], [Light::Red; 2]);
    }

    async fn a_queue_that_stands_still_is_red_within_a_minute(app: TestApp) {
        let event = app.event().by_invitation().make().await;
        app.guests(event, &["Anna;Huber;anna@x.example"]).await;
        assert_eq!(light(&app, Measure::Queue).await, Light::Green);
        mailings::send_all(&app.desk, &app.permit(), event, Mailing::Invitation).await.expect("queued");
        assert_eq!(light(&app, Measure::Queue).await, Light::Green, "there was no time yet");
        app.clock.advance_ms(Instant::MINUTE_MS + 1);
        assert_eq!(light(&app, Measure::Queue).await, Light::Red);
        let now = app.desk.now().0;
        app.execute(&format!("UPDATE mails SET sent_at = {now}")).await;
        assert_eq!(light(&app, Measure::Queue).await, Light::Green);
    }

    async fn a_mail_that_is_tried_again_and_again_is_seen(app: TestApp) {
        let event = app.event().by_invitation().make().await;
        app.guests(event, &["Anna;Huber;anna@x.example", "Bert;Maier;bert@x.example"]).await;
        mailings::send_all(&app.desk, &app.permit(), event, Mailing::Invitation).await.expect("queued");
        let now = app.desk.now().0;
        let one = "id = (SELECT id FROM mails ORDER BY id LIMIT 1)";
        app.execute(&format!("UPDATE mails SET attempts = 1, due_at = {} WHERE {one}", now + Instant::HOUR_MS)).await;
        app.execute(&format!("UPDATE mails SET sent_at = {now} WHERE NOT {one}")).await;
        let found = finding(&app, Measure::Queue).await;
        assert_eq!((found.light, value(&found, "mails-tried")), (Light::Amber, Value::Count(1)));
        app.clock.advance_ms(2 * Instant::HOUR_MS);
        let now = app.desk.now().0;
        assert_eq!(light(&app, Measure::Queue).await, Light::Red, "it is due, and nothing goes out");
        app.execute(&format!("UPDATE mails SET failed_at = {now} WHERE {one}")).await;
        assert_eq!(light(&app, Measure::Queue).await, Light::Amber);
        app.clock.advance_ms(31 * Instant::DAY_MS);
        assert_eq!(light(&app, Measure::Queue).await, Light::Green, "what failed long ago is no news");
    }

    async fn a_mail_that_the_log_does_not_know_is_red(app: TestApp) {
        let event = app.event().by_invitation().make().await;
        app.guests(event, &["Anna;Huber;anna@x.example"]).await;
        app.send_all(event).await;
        let server = MailServer::start().await;
        deliver_due(&app.desk, app.team.tenant, &smtp_to(&server)).await.expect("the round ends");
        let found = finding(&app, Measure::Roads).await;
        assert_eq!((found.light, value(&found, "road-mail")), (Light::Green, Value::Count(1)));
        let now = app.desk.now().0;
        app.guests(event, &["Bert;Maier;bert@x.example"]).await;
        assert_eq!(app.send_all(event).await, 1);
        app.execute(&format!("UPDATE mails SET sent_at = {now}")).await;
        assert_eq!(light(&app, Measure::Roads).await, Light::Red);
    }

    async fn old_entries_are_checked_too_and_what_cannot_be_read_is_wrong(app: TestApp) {
        let event = app.event().make().await;
        let lines: Vec<String> = (0..1_300).map(|at| format!("Gast;{at};g{at}@x.example")).collect();
        let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
        app.guests(event, &lines).await;
        settle(&app, app.team).await.expect("entries");
        let found = finding(&app, Measure::LogStays).await;
        assert_eq!((found.light, value(&found, "entries-checked")), (Light::Green, Value::Count(1_016)));
        lift_the_rules(&app).await;
        let old = "SELECT entry_id FROM log_leaves WHERE position < 280";
        app.execute(&format!("UPDATE entries SET actor_kind = 'nobody' WHERE id IN ({old})")).await;
        let found = finding(&app, Measure::LogStays).await;
        assert_eq!(value(&found, "log-signature"), Value::Code("on"), "the newest are as they were");
        assert_ne!(value(&found, "entries-wrong"), Value::Count(0));
        app.execute(match app.engine {
            Engine::Sqlite => "DROP TRIGGER log_hashes_stay; DELETE FROM log_hashes",
            Engine::Postgres => "DROP TRIGGER log_hashes_stay ON log_hashes; DELETE FROM log_hashes",
        })
        .await;
        let found = finding(&app, Measure::LogStays).await;
        assert_eq!(value(&found, "log-signature"), Value::Code("off"));
    }

    async fn entries_that_traded_places_do_not_fit_the_signature(app: TestApp) {
        app.event().make().await;
        settle(&app, app.team).await.expect("entries");
        lift_the_rules(&app).await;
        // Two entries trade places, each with the hash that it has.
        for (from, to) in [(0, 1_000_000), (1, 0), (1_000_000, 1)] {
            app.execute(&format!("UPDATE log_leaves SET position = {to} WHERE position = {from}")).await;
        }
        let found = finding(&app, Measure::LogStays).await;
        assert_eq!((value(&found, "entries-wrong"), value(&found, "log-signature")), (Value::Count(0), Value::Code("off")));
    }

    async fn what_was_destroyed_and_is_there_is_red(app: TestApp) {
        let event = app.event().make().await;
        app.guests(event, &["Anna;Huber;anna@x.example"]).await;
        assert_eq!(light(&app, Measure::Erasure).await, Light::Green);
        app.execute("INSERT INTO erasures (tenant_id, subject_id, entry_id, erased_at) \
             SELECT tenant_id, subject_id, subject_id, 1 FROM keys WHERE subject_id IN (SELECT id FROM people)").await;
        let found = finding(&app, Measure::Erasure).await;
        assert_eq!((found.light, value(&found, "keys-not-gone")), (Light::Red, Value::Count(1)));
    }

    async fn a_registration_that_nobody_confirmed_and_nobody_deleted_is_red(app: TestApp) {
        let event = app.event().make().await;
        app.register_only(event, &registration("a@x.example")).await.expect("registered");
        app.clock.advance_ms(Instant::DAY_MS + 1);
        assert_eq!(light(&app, Measure::Retention).await, Light::Green, "a day is left to do it");
        app.clock.advance_ms(Instant::DAY_MS);
        let found = finding(&app, Measure::Retention).await;
        assert_eq!((found.light, value(&found, "leftovers")), (Light::Red, Value::Count(1)));
        retention::run(&app.desk, app.team.tenant).await.expect("a round");
        assert_eq!(light(&app, Measure::Retention).await, Light::Green);
    }

    async fn a_password_that_is_kept_in_an_old_way_is_red(app: TestApp) {
        assert_eq!(light(&app, Measure::Passwords).await, Light::Green);
        app.execute("UPDATE users SET password_hash = '$argon2id$v=19$m=8,t=1,p=1$c2FsdHNhbHQ$aGFzaA'").await;
        assert_eq!(light(&app, Measure::Passwords).await, Light::Red);
    }

    async fn guests_who_are_not_deleted_in_time_are_red(app: TestApp) {
        let event = app.event().make().await;
        app.guests(event, &["Anna;Huber;anna@x.example"]).await;
        let after = app.event_now(event).await.delete_after;
        assert_eq!(value(&finding(&app, Measure::Retention).await, "deletion-next"), Value::At(Some(after)));
        app.clock.advance_ms(after.0 - app.desk.now().0 + Instant::DAY_MS + 1);
        assert_eq!(light(&app, Measure::Retention).await, Light::Red);
        retention::run(&app.desk, app.team.tenant).await.expect("a round");
        assert_eq!(light(&app, Measure::Retention).await, Light::Green);
    }

    async fn roles_accounts_and_reviews_that_nobody_looked_after_are_told(app: TestApp) {
        assert_eq!(light(&app, Measure::SecondFactor).await, Light::Amber);
        team::require_factor(&app.desk, &app.permit(), true).await.expect("wanted");
        assert_eq!(light(&app, Measure::SecondFactor).await, Light::Green);
        assert_eq!([light(&app, Measure::Review).await, light(&app, Measure::Accounts).await], [Light::Green; 2]);
        app.clock.advance_ms(91 * Instant::DAY_MS);
        assert_eq!([light(&app, Measure::Review).await, light(&app, Measure::Accounts).await], [Light::Red, Light::Amber]);
        assert_eq!(light(&app, Measure::Leavers).await, Light::Green);
        app.execute("UPDATE users SET disabled_at = 1").await;
        let found = finding(&app, Measure::Leavers).await;
        assert_eq!((found.light, value(&found, "accounts-left-standing")), (Light::Amber, Value::Count(1)));
        assert_eq!(light(&app, Measure::Roles).await, Light::Red, "nobody is responsible");
    }

    async fn the_signature_is_of_the_report_as_it_is_handed_out(app: TestApp) {
        app.event().make().await;
        let see = app.permit::<act::SeeLog>();
        settle(&app, app.team).await.expect("entries");
        let report = report(&app).await;
        let signed = protection::signed(&app.desk, &see, &report).await.expect("signed");
        let (_, made_ms) = signed.verify().expect("in order");
        assert_eq!(made_ms, report.made_at.0);
        let json: serde_json::Value = serde_json::from_str(signed.report.get()).expect("JSON");
        assert_eq!(json["findings"].as_array().expect("findings").len(), Measure::ALL.len());
    }
}

#[tokio::test]
async fn a_wall_that_is_down_is_red() {
    let app = TestApp::start(Engine::Postgres).await;
    app.event().of_others().make().await;
    let found = finding(&app, Measure::Walls).await;
    assert_eq!(
        (found.light, value(&found, "foreign-rows")),
        (Light::Green, Value::Count(0))
    );
    app.execute("ALTER TABLE guests NO FORCE ROW LEVEL SECURITY")
        .await;
    assert_eq!(light(&app, Measure::Walls).await, Light::Red);
    app.execute("ALTER TABLE guests FORCE ROW LEVEL SECURITY")
        .await;
    assert_eq!(light(&app, Measure::Walls).await, Light::Green);
    app.execute("ALTER TABLE keys DISABLE ROW LEVEL SECURITY")
        .await;
    let found = finding(&app, Measure::Walls).await;
    assert_eq!(found.light, Light::Red);
    assert_ne!(
        value(&found, "foreign-rows"),
        Value::Count(0),
        "others can be seen"
    );
}

#[tokio::test]
async fn every_fact_has_its_words() {
    for engine in [Engine::Sqlite, Engine::Postgres] {
        let app = TestApp::start(engine).await;
        let known = words::keys(domain::Locale::De);
        for fact in report(&app)
            .await
            .findings
            .iter()
            .flat_map(|found| &found.facts)
        {
            assert!(
                known.contains(&format!("fact-{}", fact.name)),
                "{}",
                fact.name
            );
            if let Value::Code(code) = fact.value {
                assert!(known.contains(&format!("value-{code}")), "{code}");
            }
        }
    }
}
