//! The walls inside `PostgreSQL`, without any help of the program. `SQLite` has none: there the program is alone with
//! its file.

use backend::{
    access::Who,
    accounts,
    registrations::AnswerInput,
    store::{Store, WallError, check_walls},
    support, team,
};
use domain::{
    Bilingual,
    access::{Extent, Role},
    ids::{EventId, GuestId, TenantId},
    mailings::Mailing,
    questions::{QuestionEdit, RawQuestion, RawReplies},
    workshops::Wishes,
};
use sqlx::{AssertSqlSafe, Connection, Executor, PgConnection};
use testkit::{Engine, Team, TestApp, photo, workshop};

/// Tables that are read before the tenant is known.
const ROUTING: [&str; 4] = ["addresses", "links", "sessions", "tenants"];

/// Tables that only grow.
const LOG: [&str; 5] = [
    "entries",
    "log_leaves",
    "log_hashes",
    "log_checkpoints",
    "erasures",
];

/// Somebody who works for one event.
async fn works_at(app: &TestApp, tenant: TenantId, event: EventId) {
    let mut users = Vec::new();
    for role in [Role::Admin, Role::Assigned] {
        let new = accounts::NewUser {
            name: "Rita Rolle".to_owned(),
            email: format!("{}@{}.example", role.code(), tenant.uuid()),
            password: TestApp::PASSWORD.to_owned(),
            organiser: tenant,
            role,
        };
        let user = accounts::create(&app.desk, &app.permit_of_operator(), new).await;
        users.push(user.expect("an account"));
    }
    let permit = app.permit_of(Who::User(tenant, users[0], Role::Admin));
    team::assign(&app.desk, &permit, users[1], event, (Role::CheckIn, None))
        .await
        .expect("assigned");
}

/// Both tenants with something in every table.
/// A guest replies to a question of a special category.
async fn replies_to_a_special_question(app: &TestApp, team: Team, event: EventId, guest: GuestId) {
    let text = |main: &str| Bilingual {
        main: main.into(),
        english: String::new(),
    };
    let question = RawQuestion {
        kind: "text".into(),
        label: text("Allergien"),
        why: text("Küche"),
        is_special: true,
        ..RawQuestion::default()
    };
    let put = QuestionEdit::Put(0, Box::new(question));
    backend::questions::edit(&app.desk, &app.permit_in(team), event, put)
        .await
        .expect("asked");
    let permit = app.permit_of(Who::Participant(team.tenant, guest));
    let answer = AnswerInput {
        rsvp: domain::registrations::Rsvp::Yes,
        replies: RawReplies(vec![(1, vec!["Nüsse".into()])]),
        workshops: Wishes {
            places: vec![1],
            waits: Vec::new(),
        },
        ..AnswerInput::default()
    };
    backend::registrations::answer(&app.desk, &permit, guest, &answer)
        .await
        .expect("taken");
}

async fn filled() -> TestApp {
    let app = TestApp::start(Engine::Postgres).await;
    let (operator, password) = (app.permit_of_operator(), TestApp::PASSWORD.to_owned());
    let (name, email) = ("Sam Support", "sam@provider.example");
    let supporter = accounts::create_supporter(&app.desk, &operator, name, email, password)
        .await
        .expect("an account");
    for team in [app.team, app.others] {
        let event = if team.tenant == app.team.tenant {
            app.event().make().await
        } else {
            app.event().of_others().make().await
        };
        let guest = app
            .guests_in(
                team,
                event,
                &["Anna;Huber;anna@x.example", "Bert;Maier;bert@x.example"],
            )
            .await[1];
        let photo = photo(400, 200, "");
        backend::covers::put(
            &app.desk,
            &app.permit_in(team),
            event,
            photo,
            &Bilingual::default(),
        )
        .await
        .expect("a picture");
        app.workshop(team, event, &workshop("Führung", "18:00", "19:00", ""))
            .await;
        replies_to_a_special_question(&app, team, event, guest).await;
        let chosen = backend::guests::Chosen::These(vec![guest]);
        backend::tags::put(&app.desk, &app.permit_in(team), event, &chosen, "VIP")
            .await
            .expect("tagged");
        backend::mailings::save(
            &app.desk,
            &app.permit_in(team),
            event,
            Mailing::Invitation,
            &backend::mailings::default_letter(Mailing::Invitation),
        )
        .await
        .expect("saved");
        backend::audit::sequence(&app.desk, team.tenant)
            .await
            .expect("the log gets a tree");
        backend::mailings::send_all(&app.desk, &app.permit_in(team), event, Mailing::Invitation)
            .await
            .expect("sent");
        app.object(team).await;
        works_at(&app, team.tenant, event).await;
        let new = support::NewGrant {
            user: supporter,
            reason: "x".to_owned(),
            extent: Extent::Read,
            for_ms: 1,
        };
        support::grant(&app.desk, &app.permit_in(team), &new)
            .await
            .expect("let in");
    }
    app
}

async fn walled_tables(app: &TestApp) -> Vec<String> {
    let mut tables = app.tables().await;
    tables.retain(|table| !ROUTING.contains(&table.as_str()));
    tables
}

async fn runtime(app: &TestApp) -> PgConnection {
    PgConnection::connect(&app.database_url)
        .await
        .expect("the runtime role connects")
}

async fn count(connection: &mut PgConnection, sql: String) -> Result<i64, sqlx::Error> {
    sqlx::query_scalar(AssertSqlSafe(sql))
        .fetch_one(connection)
        .await
}

#[tokio::test]
async fn without_a_tenant_every_query_fails() {
    let app = filled().await;
    let mut connection = runtime(&app).await;
    for table in walled_tables(&app).await {
        let result = count(&mut connection, format!("SELECT count(*) FROM {table}")).await;
        assert!(
            matches!(result, Err(sqlx::Error::Database(_))),
            "{table}: {result:?}"
        );
    }
}

#[tokio::test]
async fn with_one_tenant_no_row_of_another_is_seen_changed_or_made() {
    let app = filled().await;
    let mut connection = runtime(&app).await;
    let set = format!("SET app.tenant_id = '{}'", app.team.tenant.uuid());
    connection
        .execute(AssertSqlSafe(set))
        .await
        .expect("the tenant is named");
    let others = app.literal(app.others.tenant.uuid());
    for table in walled_tables(&app).await {
        let there = app
            .count(&format!(
                "SELECT count(*) FROM {table} WHERE tenant_id = {others}"
            ))
            .await;
        // A hash above the leaves is kept for every 256th entry.
        let may_be_empty = [
            "users",
            "grants",
            "imports",
            "log_hashes",
            "attempts",
            "password_resets",
            "team_invitations",
            "factors",
            "recovery_codes",
            "challenges",
            "access_reviews",
            "sign_on",
            "sign_on_links",
        ];
        if !may_be_empty.contains(&table.as_str()) {
            assert!(there > 0, "{table} holds nothing of the other tenant");
        }
        let of_others = format!("SELECT count(*) FROM {table} WHERE tenant_id = {others}");
        assert_eq!(
            count(&mut connection, of_others).await.expect("it runs"),
            0,
            "{table}"
        );
        let all = count(&mut connection, format!("SELECT count(*) FROM {table}"))
            .await
            .expect("it runs");
        let own = app.literal(app.team.tenant.uuid());
        let real = app
            .count(&format!(
                "SELECT count(*) FROM {table} WHERE tenant_id = {own}"
            ))
            .await;
        assert_eq!(all, real, "{table}");
        if LOG.contains(&table.as_str()) {
            continue;
        }
        let moved = format!("UPDATE {table} SET tenant_id = {others}");
        if real > 0 {
            let moved = connection.execute(AssertSqlSafe(moved)).await;
            let Err(sqlx::Error::Database(error)) = moved else {
                panic!("{table}: a row can be pushed through the wall")
            };
            assert_eq!(error.code().as_deref(), Some("42501"), "{table}: {error}");
        }
        let removed = format!("DELETE FROM {table} WHERE tenant_id = {others}");
        let removed = connection
            .execute(AssertSqlSafe(removed))
            .await
            .expect("it runs");
        assert_eq!(removed.rows_affected(), 0, "{table}");
    }
}

#[tokio::test]
async fn every_table_with_a_tenant_has_a_wall_that_holds_for_its_owner_too() {
    let app = TestApp::start(Engine::Postgres).await;
    let sql = "SELECT c.relname::text FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid \
               WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND a.attname = 'tenant_id' \
               AND NOT (c.relrowsecurity AND c.relforcerowsecurity AND EXISTS \
               (SELECT 1 FROM pg_policy p WHERE p.polrelid = c.oid)) ORDER BY 1";
    assert_eq!(
        app.texts(sql).await,
        ["addresses", "links", "sessions"],
        "routing knows no tenant yet"
    );
    let mut walled = walled_tables(&app).await;
    walled.sort();
    assert_eq!(
        walled,
        [
            "access_reviews",
            "attempts",
            "challenges",
            "covers",
            "entries",
            "erasures",
            "event_grants",
            "events",
            "factors",
            "grants",
            "guest_changes",
            "guest_tags",
            "guest_workshops",
            "guests",
            "imports",
            "keys",
            "log_checkpoints",
            "log_hashes",
            "log_heads",
            "log_leaves",
            "log_waiting",
            "mailings",
            "mails",
            "objections",
            "password_resets",
            "people",
            "recovery_codes",
            "roots",
            "sign_on",
            "sign_on_links",
            "special_replies",
            "support_grants",
            "tags",
            "team_invitations",
            "users"
        ]
    );
}

#[tokio::test]
async fn the_runtime_role_owns_nothing_and_cannot_rewrite_the_log() {
    let app = filled().await;
    let sql = "SELECT relname::text FROM pg_class WHERE relowner = 'einlass_runtime'::regrole";
    assert_eq!(app.texts(sql).await, [""; 0]);
    let mut connection = runtime(&app).await;
    let set = format!("SET app.tenant_id = '{}'", app.team.tenant.uuid());
    connection
        .execute(AssertSqlSafe(set))
        .await
        .expect("the tenant is named");
    for sql in [
        "UPDATE entries SET action = 'nothing'",
        "DELETE FROM entries",
        "TRUNCATE entries",
        "UPDATE log_leaves SET position = position + 1",
        "DELETE FROM log_leaves",
        "DELETE FROM log_hashes",
        "UPDATE log_checkpoints SET note = ''",
        "DELETE FROM log_checkpoints",
        "ALTER TABLE entries DISABLE ROW LEVEL SECURITY",
        "DROP POLICY of_tenant ON guests",
        "CREATE TABLE hidden (id uuid)",
        "UPDATE _sqlx_migrations SET success = false",
    ] {
        let result = connection.execute(sql).await;
        let Err(sqlx::Error::Database(error)) = result else {
            panic!("{sql}: {result:?}")
        };
        assert_eq!(
            error.code().as_deref(),
            Some("42501"),
            "{sql}: insufficient privilege"
        );
    }
}

#[tokio::test]
async fn the_start_refuses_a_role_that_stands_above_the_walls() {
    let app = TestApp::start(Engine::Postgres).await;
    assert!(check_walls(app.desk.store()).await.is_ok());
    let superuser = Store::connect(&app.owner_url())
        .await
        .expect("the superuser connects");
    let refused = check_walls(&superuser).await;
    assert!(matches!(refused, Err(WallError::Bypasses)), "{refused:?}");
    app.execute(
        "DO $$ BEGIN CREATE ROLE einlass_owner LOGIN; EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; \
         END $$; ALTER TABLE guests OWNER TO einlass_owner",
    )
    .await;
    let url = app.database_url.replace("einlass_runtime", "einlass_owner");
    let owner = Store::connect(&url).await.expect("the owner connects");
    let refused = check_walls(&owner).await;
    assert!(matches!(refused, Err(WallError::Owns)), "{refused:?}");
}

#[tokio::test]
async fn sqlite_has_no_walls_to_check() {
    let app = TestApp::start(Engine::Sqlite).await;
    assert!(check_walls(app.desk.store()).await.is_ok());
}
