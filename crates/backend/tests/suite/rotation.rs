//! A tenant's root key changes while everybody goes on working.

use std::sync::Arc;

use backend::{
    Failure,
    access::{Permit, Who},
    desk::Desk,
    events, imports,
    keys::{self, KeysStatus, RotateError},
    registrations, routing,
};
use domain::{
    access::act,
    ids::{EventId, TenantId},
};
use testkit::{Engine, TestApp, both_engines, plan, registration, yes};

use crate::suite::support::upload;

const THREE: &str = "Vorname;Nachname;E-Mail\nAnna;Huber;anna@x.example\nBen;Berg;ben@x.example\nCleo;Wolf;cleo@x.example\n";

fn may(app: &TestApp) -> Permit<act::RotateKeys> {
    app.permit_of(Who::Operator(app.team.tenant))
}

async fn status(app: &TestApp) -> KeysStatus {
    keys::status(&app.desk, &may(app))
        .await
        .expect("it is known")
}

/// Version and number of keys of each root key.
async fn figures(app: &TestApp) -> Vec<(u32, u64)> {
    let roots = status(app).await.roots;
    roots.iter().map(|root| (root.version, root.keys)).collect()
}

async fn rotate(app: &TestApp) -> u64 {
    let rotated = keys::rotate(&app.desk, &may(app)).await.expect("it ends");
    rotated.rewrapped
}

async fn party(app: &TestApp) -> EventId {
    let event = app.event().make().await;
    let import = upload(app, event, "", THREE.into()).await;
    imports::confirm(&app.desk, &app.permit(), event, import)
        .await
        .expect("confirmed");
    event
}

/// The given names on the list, as another process sees them that has known the keys for long.
async fn names_at(desk: &Desk, app: &TestApp, event: EventId) -> Vec<String> {
    let filter = backend::guests::GuestFilter::default();
    let page = backend::guests::list(desk, &app.permit::<act::SeeGuests>(), event, &filter)
        .await
        .expect("the list opens");
    let mut names: Vec<String> = page
        .guests
        .into_iter()
        .map(|guest| guest.file.details.given_name)
        .collect();
    names.sort();
    names
}

async fn register_at(desk: &Desk, app: &TestApp, event: EventId, email: &str) {
    registrations::register(desk, &app.permit_of_visitor(), event, &registration(email))
        .await
        .expect("registered");
}

/// One step of a rotation as whoever goes on would do it, then the process dies. True when nothing is left to do.
async fn step_and_die(app: &TestApp, step: usize) -> bool {
    let desk = app.another_desk().await;
    let permit = may(app);
    match step {
        0 => drop(keys::begin(&desk, &permit).await.expect("begun")),
        1 => drop(keys::rewrap_some(&desk, &permit, None).await.expect("done")),
        _ => return keys::finish(&desk, &permit).await.expect("asked"),
    }
    false
}

both_engines! {
    async fn a_rotation_leaves_everything_readable_and_destroys_the_old_root(app: TestApp) {
        let event = party(&app).await;
        let before = figures(&app).await;
        assert_eq!(before.len(), 1);
        assert!(before[0].1 >= 5, "three guests, an event and the tenant: {before:?}");
        let old = app.texts(&root_text(&app)).await;
        assert_eq!(rotate(&app).await, before[0].1);
        assert_eq!(figures(&app).await, [(2, before[0].1)]);
        assert_ne!(app.texts(&root_text(&app)).await, old);
        assert_eq!(names_at(&app.desk, &app, event).await, ["Anna", "Ben", "Cleo"]);
        assert_eq!(rotate(&app).await, before[0].1);
        assert_eq!(figures(&app).await, [(3, before[0].1)], "again and again");
        assert_eq!(names_at(&*app.another_desk().await, &app, event).await, ["Anna", "Ben", "Cleo"]);
    }

    async fn links_and_known_addresses_survive(app: TestApp) {
        let event = app.event().make().await;
        let anna = app.invited(event, &["Anna;Huber;anna@x.example"]).await[0];
        let text = app.mails().await[0].text.clone();
        rotate(&app).await;
        rotate(&app).await;
        assert_eq!(app.guest_of_link(&text).await, anna, "the link of before");
        app.answer(anna, &yes(&[])).await.expect("taken");
        let again = app.mails().await.last().expect("a confirmation").text.clone();
        assert_eq!(app.guest_of_link(&again).await, anna);
        app.register(event, &registration("ANNA@x.example")).await.expect("same reply");
        assert_eq!(app.list(event).await.len(), 1, "the address is recognised");
        let permit = app.permit_of(Who::Operator(TenantId::PLATFORM));
        keys::rotate(&app.desk, &permit).await.expect("the installation has a root key, too");
        backend::accounts::sign_in(&app.desk, &TestApp::origin(), "olivia@foyer.example", TestApp::PASSWORD, "")
            .await
            .expect("accounts are found as before");
        let token = text.split_whitespace().find_map(|word| word.rsplit_once("/i/")).expect("a link").1;
        assert!(routing::guest_of(&app.desk, token).await.expect("looked up").is_some());
    }

    async fn another_process_reads_and_writes_at_every_step(app: TestApp) {
        let event = party(&app).await;
        let other = app.another_desk().await;
        assert_eq!(names_at(&other, &app, event).await.len(), 3);
        for step in 0..3 {
            step_and_die(&app, step).await;
            register_at(&other, &app, event, &format!("guest{step}@x.example")).await;
            assert_eq!(names_at(&other, &app, event).await.len(), 4 + step, "{step}");
            assert_eq!(names_at(&app.desk, &app, event).await.len(), 4 + step, "{step}");
        }
        let figures = figures(&app).await;
        assert_eq!(figures.len(), 1, "what was added in between is under the new root key: {figures:?}");
        rotate(&app).await;
        register_at(&other, &app, event, "last@x.example").await;
        assert_eq!(names_at(&other, &app, event).await.len(), 7);
    }

    async fn whoever_goes_on_begins_where_a_dead_process_ended(app: TestApp) {
        let event = party(&app).await;
        for (version, dies_after) in (2_u32..).zip([0, 1]) {
            for step in 0..=dies_after {
                step_and_die(&app, step).await;
            }
            assert!(status(&app).await.is_unfinished());
            assert_eq!(names_at(&app.desk, &app, event).await.len(), 3);
            let done = keys::go_on(&app.desk, app.team.tenant).await.expect("it ends").expect("unfinished");
            assert_eq!(done.version, version, "no second root key was made");
            assert!(!status(&app).await.is_unfinished());
        }
        assert_eq!(keys::go_on(&app.desk, app.team.tenant).await.expect("asked"), None);
        assert_eq!(names_at(&app.desk, &app, event).await.len(), 3);
    }

    async fn a_process_that_dies_anywhere_leaves_nothing_unreadable(app: TestApp) {
        let event = party(&app).await;
        // The whole rotation is dropped at each place where it waits, one after the other.
        let mut polls = 1;
        loop {
            let desk = app.another_desk().await;
            let permit = may(&app);
            let mut rotation = Box::pin(keys::rotate(&desk, &permit));
            let mut done = false;
            for _ in 0..polls {
                if futures::poll!(&mut rotation).is_ready() {
                    done = true;
                    break;
                }
                tokio::task::yield_now().await;
            }
            drop(rotation);
            assert_eq!(names_at(&app.desk, &app, event).await.len(), 3, "{polls}");
            let roots = figures(&app).await;
            assert!(roots.len() <= 2, "{roots:?}");
            if done {
                break;
            }
            polls *= 2;
        }
        rotate(&app).await;
        assert_eq!(names_at(&*app.another_desk().await, &app, event).await.len(), 3);
    }

    async fn two_who_begin_at_once_make_one_rotation(app: TestApp) {
        let event = party(&app).await;
        let desks = [app.another_desk().await, app.another_desk().await, app.another_desk().await];
        let permit = may(&app);
        let begun = futures::future::join_all(desks.iter().map(|desk| keys::begin(desk, &permit))).await;
        for version in begun {
            assert_eq!(version.expect("begun"), 2);
        }
        register_at(&desks[1], &app, event, "dora@x.example").await;
        let ended = futures::future::join_all(desks.iter().map(|desk| keys::rotate(desk, &permit))).await;
        let good = ended.iter().flatten().count();
        assert!(good >= 1, "{ended:?}");
        for desk in &desks {
            assert_eq!(names_at(desk, &app, event).await.len(), 4);
        }
    }

    async fn a_destroyed_key_stays_destroyed(app: TestApp) {
        let event = app.event().make().await;
        let import = upload(&app, event, "", THREE.into()).await;
        imports::confirm(&app.desk, &app.permit(), event, import).await.expect("confirmed");
        let all = app.rows_in("keys").await;
        step_and_die(&app, 0).await;
        imports::undo(&app.desk, &app.permit(), event, import).await.expect("undone");
        assert_eq!(app.rows_in("keys").await, all - 3);
        rotate(&app).await;
        assert_eq!(app.rows_in("keys").await, all - 3);
        assert_eq!(names_at(&app.desk, &app, event).await, [""; 0]);
    }

    async fn everybody_works_while_root_keys_change(app: TestApp) {
        let event = party(&app).await;
        let app = Arc::new(app);
        let other = app.another_desk().await;
        let (working, rotating) = (app.clone(), app.clone());
        let work = tokio::spawn(async move {
            for number in 0..12 {
                let desk = if number % 2 == 0 { &other } else { &working.desk };
                register_at(desk, &working, event, &format!("guest{number}@x.example")).await;
                names_at(desk, &working, event).await;
            }
        });
        let rotation = tokio::spawn(async move {
            for _ in 0..4 {
                rotate(&rotating).await;
            }
        });
        work.await.expect("nobody is disturbed");
        rotation.await.expect("all end");
        assert_eq!(names_at(&app.desk, &app, event).await.len(), 15);
    }

    async fn whoever_read_a_key_before_two_rotations_still_opens_it(app: TestApp) {
        let subject = party(&app).await.uuid();
        let other = app.another_desk().await;
        let permit = app.permit::<act::SeeGuests>();
        drop(other.read(&permit).await.expect("it knows the first root key"));
        rotate(&app).await;
        let hex = match app.engine {
            Engine::Sqlite => "hex(wrapped)",
            Engine::Postgres => "upper(encode(wrapped, 'hex'))",
        };
        let of = app.literal(subject);
        let wrapped = app.texts(&format!("SELECT {hex} FROM keys WHERE subject_id = {of}")).await;
        let under_second = data_encoding::HEXUPPER.decode(wrapped[0].as_bytes()).expect("bytes");
        for _ in 0..2 {
            rotate(&app).await;
        }
        // One knows only what was before, the other only what is now.
        for desk in [&other, &app.desk] {
            let mut tx = desk.read(&permit).await.expect("open");
            keys::unwrap(&mut tx, subject, &under_second).await.expect("it opens");
            let nobody = uuid::Uuid::from_u128(9);
            let gone = keys::unwrap(&mut tx, nobody, &under_second).await;
            assert!(matches!(gone, Err(Failure::NotFound)));
        }
    }

    async fn a_rotation_is_two_entries(app: TestApp) {
        party(&app).await;
        let before = app.log().await;
        rotate(&app).await;
        let after = app.log().await;
        let new: Vec<_> = after.values().filter(|row| !before.contains_key(&row.id)).collect();
        let mut actions: Vec<_> = new.iter().map(|row| (row.action.as_str(), row.fields.as_str())).collect();
        actions.sort_unstable();
        assert_eq!(actions, [("keys.rotation_begun", "root-version"), ("keys.rotation_finished", "root-version")]);
        assert!(new.iter().all(|row| row.tenant_id == app.team.tenant.uuid() && row.actor == "operator"));
    }

    async fn one_tenants_rotation_is_no_others(app: TestApp) {
        party(&app).await;
        let others = app.permit_of(Who::Operator(app.others.tenant));
        let before = keys::status(&app.desk, &others).await.expect("known");
        rotate(&app).await;
        assert_eq!(keys::status(&app.desk, &others).await.expect("known"), before);
    }

    async fn a_key_that_does_not_open_keeps_the_old_root_in_place(app: TestApp) {
        let event = party(&app).await;
        let subject = app.texts(&first_person(&app)).await;
        assert_eq!(subject.len(), 1);
        // One byte in the middle of the wrapped key.
        app.execute(&flip_a_byte(&app)).await;
        let result = keys::rotate(&app.desk, &may(&app)).await;
        assert!(matches!(result, Err(RotateError::Unreadable { keys: 1 })), "{result:?}");
        let sentence = result.expect_err("seen").to_string();
        assert!(sentence.starts_with("keys that do not open: 1;"), "{sentence}");
        let roots = figures(&app).await;
        assert_eq!((roots.len(), roots[0]), (2, (1, 1)));
        let permit = app.permit::<act::SeeGuests>();
        let list = backend::guests::list(&app.desk, &permit, event, &backend::guests::GuestFilter::default()).await;
        assert!(matches!(list, Err(Failure::Sealed(_))), "the damaged row is told, not hidden");
        events::create(&app.desk, &app.permit(), &plan()).await.expect("the rest goes on");
    }

    async fn nothing_is_begun_without_the_provider(app: TestApp) {
        party(&app).await;
        let before = app.snapshot().await;
        app.provider.fail_with(vault::ProviderError::unavailable("no route"));
        let result = keys::rotate(&app.desk, &may(&app)).await;
        assert!(matches!(result, Err(RotateError::Failure(Failure::Keys(_)))), "{result:?}");
        assert_eq!(app.snapshot().await, before);
        app.provider.recover();
        rotate(&app).await;
    }

    async fn the_status_holds_figures(app: TestApp) {
        party(&app).await;
        app.clock.advance_ms(3 * domain::Instant::DAY_MS);
        let now = status(&app).await;
        assert_eq!((now.provider, now.roots[0].age_days, now.is_unfinished()), ("local-key-file", 3, false));
        step_and_die(&app, 0).await;
        let now = status(&app).await;
        assert!(now.is_unfinished());
        assert_eq!((now.roots[1].version, now.roots[1].age_days, now.roots[1].keys), (2, 0, 0));
    }
}

fn root_text(app: &TestApp) -> String {
    let tenant = app.literal(app.team.tenant.uuid());
    let shown = match app.engine {
        Engine::Sqlite => "hex(wrapped)",
        Engine::Postgres => "encode(wrapped, 'hex')",
    };
    format!("SELECT {shown} FROM roots WHERE tenant_id = {tenant}")
}

fn first_person(app: &TestApp) -> String {
    match app.engine {
        Engine::Sqlite => "SELECT hex(min(id)) FROM people".to_owned(),
        Engine::Postgres => "SELECT id::text FROM people ORDER BY id LIMIT 1".to_owned(),
    }
}

fn flip_a_byte(app: &TestApp) -> String {
    let of_first = "WHERE subject_id = (SELECT id FROM people ORDER BY id LIMIT 1)";
    match app.engine {
        Engine::Sqlite => format!(
            "UPDATE keys SET wrapped = CAST(substr(wrapped, 1, 29) || \
             CASE WHEN substr(wrapped, 30, 1) = x'00' THEN x'01' ELSE x'00' END || substr(wrapped, 31) AS BLOB) {of_first}"
        ),
        Engine::Postgres => format!(
            "UPDATE keys SET wrapped = set_byte(wrapped, 29, 255 - get_byte(wrapped, 29)) {of_first}"
        ),
    }
}

/// On `SQLite` whoever writes is alone; here somebody destroys a key and has not committed yet.
#[tokio::test(flavor = "multi_thread")]
async fn a_rotation_waits_for_nobody_and_brings_no_key_back() {
    let app = TestApp::start(Engine::Postgres).await;
    party(&app).await;
    let all = app.rows_in("keys").await;
    let mut eraser = <sqlx::PgConnection as sqlx::Connection>::connect(&app.owner_url())
        .await
        .expect("connected");
    let erase =
        "BEGIN; DELETE FROM keys WHERE subject_id = (SELECT id FROM people ORDER BY id LIMIT 1)";
    sqlx::raw_sql(erase)
        .execute(&mut eraser)
        .await
        .expect("begun");
    keys::begin(&app.desk, &may(&app)).await.expect("begun");
    keys::rewrap_some(&app.desk, &may(&app), None)
        .await
        .expect("does not wait");
    assert_eq!(figures(&app).await[0], (1, 1), "the one in use is left");
    assert!(!keys::finish(&app.desk, &may(&app)).await.expect("asked"));
    sqlx::raw_sql("COMMIT")
        .execute(&mut eraser)
        .await
        .expect("gone");
    rotate(&app).await;
    assert_eq!(app.rows_in("keys").await, all - 1);
}
