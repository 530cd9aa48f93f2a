//! Erasing a person, proving it, and doing it again.

use backend::{
    Failure,
    erasures::{self, CertificateError, Destroyed, Extent},
    guests, history, routing,
};
use domain::{
    Instant,
    access::act,
    ids::{EventId, GuestId, PersonId},
};
use ledger::ActorKind;
use testkit::{TestApp, both_engines, yes};
use uuid::Uuid;
use vault::ProviderError;

/// Two events with Anna on both lists and Ben on one; Anna has accepted at the first, with a companion.
async fn scene(app: &TestApp) -> (EventId, EventId, GuestId) {
    let (first, second) = (app.event().make().await, app.event().make().await);
    let anna = app
        .invited(
            first,
            &["Anna;Huber;anna@x.example", "Ben;Maier;ben@x.example"],
        )
        .await[0];
    app.invited(second, &["Anna;Huber;anna@x.example"]).await;
    app.answer(anna, &yes(&["Carla"])).await.expect("accepted");
    (first, second, anna)
}

async fn erase(app: &TestApp, event: EventId, guest: GuestId) -> PersonId {
    erasures::erase(&app.desk, &app.permit(), event, guest)
        .await
        .expect("erased")
}

async fn person_of(app: &TestApp, event: EventId, guest: GuestId) -> Uuid {
    let list = app.list(event).await;
    let found = list.iter().find(|listed| listed.id == guest);
    found.expect("on the list").person.uuid()
}

both_engines! {
    async fn an_erased_person_is_gone_from_every_event_and_the_others_stay(app: TestApp) {
        let (first, second, anna) = scene(&app).await;
        let person = person_of(&app, first, anna).await;
        let extent = erasures::extent(&app.desk, &app.permit(), first, anna).await.expect("known");
        assert_eq!(extent, Extent { guests: 2, mails: 3, links: 2 });
        let token = app.mails().await.iter().find_map(|mail| {
            mail.text.split_whitespace().find_map(|word| word.split_once("/i/").map(|(_, token)| token.to_owned()))
        }).expect("a link");

        assert_eq!(erase(&app, first, anna).await.uuid(), person);
        let names: Vec<_> = app.list(first).await.iter().map(|guest| guest.file.details.given_name.clone()).collect();
        assert_eq!(names, ["Ben"]);
        assert!(app.list(second).await.is_empty());
        assert!(app.mails().await.iter().all(|mail| mail.to != "anna@x.example"));
        assert_eq!(routing::guest_of(&app.desk, &token).await.expect("asked"), None);
        let id = app.literal(person);
        for (table, column) in [("keys", "subject_id"), ("people", "id"), ("guests", "person_id"), ("mails", "subject_id")] {
            let rows = app.count(&format!("SELECT count(*) FROM {table} WHERE {column} = {id}")).await;
            assert_eq!(rows, 0, "{table}");
        }
        let event = app.event_now(first).await;
        assert_eq!(event.taken, 0, "the places are free again");
    }

    async fn what_the_log_still_holds_cannot_be_read(app: TestApp) {
        let (first, _, anna) = scene(&app).await;
        let see = app.permit::<act::SeeGuests>();
        let before = history::of_guest(&app.desk, &see, anna).await.expect("a history");
        assert!(before.iter().any(|entry| !entry.fields.is_empty()));
        app.clock.advance_ms(1);
        erase(&app, first, anna).await;
        let after = history::of_guest(&app.desk, &see, anna).await.expect("the history stays");
        assert_eq!(after.len(), before.len() + 1);
        assert_eq!(after[0].action, "guest.erased");
        assert!(after[0].actor_kind == ActorKind::User);
        assert!(after.iter().all(|entry| entry.fields.is_empty()), "no value can be read");
    }

    async fn the_certificate_proves_the_erasure_to_whoever_has_nothing_else(app: TestApp) {
        let (first, _, anna) = scene(&app).await;
        let person = erase(&app, first, anna).await;
        let see = app.permit::<act::SeeLog>();
        let certificate = erasures::certificate(&app.desk, &see, person).await.expect("signed at once");
        let proven = certificate.verify().expect("it holds");
        assert_eq!(proven.statement.person, person.to_string());
        assert_eq!((proven.statement.guests, proven.statement.mails, proven.statement.links), (2, 3, 2));
        assert_eq!(proven.statement.erased_ms, TestApp::START.0);
        assert_eq!(proven.statement.backups_until_ms, TestApp::START.0 + 30 * Instant::DAY_MS);
        assert_eq!(certificate.entry.action, "person.erased");
        let json = serde_json::to_string(&certificate).expect("text");
        assert!(!json.contains("Anna") && !json.contains("x.example"), "{json}");

        // The log goes on, keys change, and the certificate can be had again.
        app.guests(first, &["Dora;Eder;dora@x.example"]).await;
        backend::audit::sequence(&app.desk, app.team.tenant).await.expect("sequenced");
        backend::keys::rotate(&app.desk, &app.permit_of(backend::access::Who::Operator(app.team.tenant))).await.expect("rotated");
        let again = erasures::certificate(&app.desk, &see, person).await.expect("signed");
        assert_eq!(again.verify().expect("it holds").statement, proven.statement);
        assert_eq!(again.vkey, certificate.vkey);
        let page = erasures::list(&app.desk, &see, None).await.expect("a list");
        assert_eq!(page.lines.len(), 1);
        assert_eq!((page.lines[0].person, page.lines[0].actor_name.as_str()), (person, "Olivia Organiser"));
    }

    async fn only_people_of_the_tenant_can_be_erased_and_only_once(app: TestApp) {
        let (first, second, anna) = scene(&app).await;
        let others = app.permit_in::<act::ErasePeople>(app.others);
        let refused = erasures::erase(&app.desk, &others, first, anna).await;
        assert!(matches!(refused, Err(Failure::NotFound)));
        let astray = erasures::erase(&app.desk, &app.permit(), second, anna).await;
        assert!(matches!(astray, Err(Failure::NotFound)), "a guest of another event");
        let person = erase(&app, first, anna).await;
        let twice = erasures::erase(&app.desk, &app.permit(), first, anna).await;
        assert!(matches!(twice, Err(Failure::NotFound)));
        let foreign = erasures::certificate(&app.desk, &app.permit_in(app.others), person).await;
        assert!(matches!(foreign, Err(CertificateError::Failure(Failure::NotFound))));
        let nobody = PersonId::from_uuid(Uuid::from_u128(7));
        let none = erasures::certificate(&app.desk, &app.permit(), nobody).await;
        assert!(matches!(none, Err(CertificateError::Failure(Failure::NotFound))));
    }

    async fn whoever_comes_back_is_somebody_new(app: TestApp) {
        let (first, _, anna) = scene(&app).await;
        let before = person_of(&app, first, anna).await;
        erase(&app, first, anna).await;
        let again = app.guests(first, &["Anna;Huber;anna@x.example"]).await[0];
        assert_ne!(person_of(&app, first, again).await, before);
    }

    async fn the_name_leaves_the_memory_of_another_process(app: TestApp) {
        let (first, _, anna) = scene(&app).await;
        let other = app.another_desk().await;
        let see = app.permit::<act::SeeGuests>();
        let filter = guests::GuestFilter { search: "huber".into(), ..guests::GuestFilter::default() };
        let found = guests::list(&other, &see, first, &filter).await.expect("a page");
        assert_eq!(found.guests.len(), 1);
        erase(&app, first, anna).await;
        // What each process does every four seconds.
        guests::forget_names(&other).await.expect("forgotten");
        assert_eq!(guests::names_in_memory(&other, app.team.tenant).await, 1, "Ben is left");
        let found = guests::list(&other, &see, first, &filter).await.expect("a page");
        assert!(found.guests.is_empty());
    }

    async fn the_list_outside_is_gone_through_while_the_key_provider_is_away(app: TestApp) {
        let (first, _, anna) = scene(&app).await;
        let person = erase(&app, first, anna).await;
        app.provider.fail_with(ProviderError::unavailable("no route"));
        let cold = app.another_desk().await;
        let list = erasures::destroyed_since(&cold, app.team.tenant, (Instant(0), Uuid::nil())).await.expect("a list");
        assert!(list.iter().any(|line| line.subject == person.uuid()));
        assert_eq!(erasures::repeat(&cold, &list).await.expect("nobody came back, no key is needed"), 0);
        assert!(backend::audit::standing(&cold, app.team.tenant).await.expect("known").size > 0);
    }

    async fn a_key_that_came_back_with_an_old_database_is_destroyed_again(app: TestApp) {
        let (first, _, anna) = scene(&app).await;
        let person = person_of(&app, first, anna).await;
        let (tenant, id) = (app.literal(app.team.tenant.uuid()), app.literal(person));
        app.execute(&format!("CREATE TABLE kept AS SELECT * FROM keys WHERE subject_id = {id}")).await;
        app.execute(&format!("CREATE TABLE kept_people AS SELECT * FROM people WHERE id = {id}")).await;
        app.execute(&format!("CREATE TABLE kept_guests AS SELECT * FROM guests WHERE person_id = {id}")).await;
        erase(&app, first, anna).await;
        let list = erasures::destroyed_since(&app.desk, app.team.tenant, (Instant(0), Uuid::nil())).await.expect("a list");
        let line = Destroyed { at: TestApp::START, tenant: app.team.tenant, subject: person };
        assert!(list.contains(&line), "{list:?}");

        for table in ["people", "guests"] {
            app.execute(&format!("INSERT INTO {table} SELECT * FROM kept_{table}")).await;
        }
        app.execute("INSERT INTO keys SELECT * FROM kept").await;
        app.execute(&format!("UPDATE events SET taken = 2 WHERE id = {}", app.literal(first.uuid()))).await;
        assert!(app.list(first).await.iter().any(|guest| guest.id == anna), "the old database is back");
        assert_eq!(erasures::repeat(&app.desk, &list).await.expect("repeated"), 1);
        assert!(app.list(first).await.iter().all(|guest| guest.id != anna));
        assert_eq!(app.event_now(first).await.taken, 0);
        let keys = app.count(&format!("SELECT count(*) FROM keys WHERE tenant_id = {tenant} AND subject_id = {id}")).await;
        assert_eq!(keys, 0);
        assert_eq!(erasures::repeat(&app.desk, &list).await.expect("nothing to do"), 0);
        for table in ["kept", "kept_people", "kept_guests"] {
            app.execute(&format!("DROP TABLE {table}")).await;
        }
    }
}
