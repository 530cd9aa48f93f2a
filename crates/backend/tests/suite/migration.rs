//! A database of before gets its root keys into their own table.

use sqlx::{AssertSqlSafe, Connection, PgConnection, Row, SqliteConnection, raw_sql};
use testkit::{Engine, TestApp};

const FILL: &str = "INSERT INTO tenants (id, root_wrapped, root_version, created_at) VALUES (T, R, 1, 7); \
     INSERT INTO keys (tenant_id, subject_id, wrapped, made_at) VALUES (T, S, W, 8);";
const LOOK: &str = "SELECT count(*) AS found FROM keys k JOIN roots r ON r.tenant_id = k.tenant_id \
     AND r.version = k.root_version JOIN tenants t ON t.id = k.tenant_id \
     WHERE k.tenant_id = T AND k.subject_id = S AND k.wrapped = W AND k.made_at = 8 AND r.wrapped = R AND r.made_at = 7";
const EARLY: &str = "DELETE FROM roots WHERE tenant_id = T";

/// Puts values in the place of capital letters.
fn written(
    sql: &str,
    bytes: impl Fn(u8) -> String,
    id: impl Fn(u8) -> String,
) -> AssertSqlSafe<String> {
    let sql = sql.replace("(T,", &format!("({},", id(1)));
    let sql = sql.replace("= T", &format!("= {}", id(1)));
    let sql = sql.replace(" S,", &format!(" {},", id(2)));
    let sql = sql.replace("= S", &format!("= {}", id(2)));
    let sql = sql.replace(" R,", &format!(" {},", bytes(3)));
    let sql = sql.replace("= R", &format!("= {}", bytes(3)));
    let sql = sql.replace(" W,", &format!(" {},", bytes(4)));
    AssertSqlSafe(sql.replace("= W", &format!("= {}", bytes(4))))
}

#[tokio::test]
async fn sqlite_keeps_root_keys_and_keys() {
    let mut connection = SqliteConnection::connect("sqlite::memory:")
        .await
        .expect("opens");
    let bytes = |byte: u8| format!("x'{}'", format!("{byte:02x}").repeat(16));
    let foundation = include_str!("../../migrations/sqlite/0001_foundation.sql");
    raw_sql(foundation)
        .execute(&mut connection)
        .await
        .expect("the schema of before");
    raw_sql(written(FILL, bytes, bytes))
        .execute(&mut connection)
        .await
        .expect("filled");
    let migration = include_str!("../../migrations/sqlite/0003_root_keys.sql");
    let migration = format!("BEGIN; {migration} COMMIT;");
    raw_sql(AssertSqlSafe(migration))
        .execute(&mut connection)
        .await
        .expect("it migrates");
    let row = raw_sql(written(LOOK, bytes, bytes))
        .fetch_one(&mut connection)
        .await
        .expect("a count");
    assert_eq!(row.get::<i64, _>("found"), 1);
    raw_sql(written(EARLY, bytes, bytes))
        .execute(&mut connection)
        .await
        .expect_err("a root key that is in use stays");
}

/// The table is made anew on this engine: nothing may get lost.
#[tokio::test]
async fn sqlite_keeps_the_letters_of_before_as_invitations() {
    let mut connection = SqliteConnection::connect("sqlite::memory:")
        .await
        .expect("opens");
    for sql in [
        "PRAGMA foreign_keys = OFF",
        include_str!("../../migrations/sqlite/0001_foundation.sql"),
        "INSERT INTO mailings (tenant_id, id, event_id, sealed, changed_at, tested_at) VALUES (x'01', x'02', x'03', x'04', 5, 6)",
        include_str!("../../migrations/sqlite/0019_mailings.sql"),
    ] {
        raw_sql(sql)
            .execute(&mut connection)
            .await
            .expect("it runs");
    }
    let kept = "SELECT count(*) AS found FROM mailings WHERE tenant_id = x'01' AND id = x'02' AND event_id = x'03' \
                AND sealed = x'04' AND changed_at = 5 AND tested_at = 6 AND kind = 'invitation'";
    let row = raw_sql(kept)
        .fetch_one(&mut connection)
        .await
        .expect("a count");
    assert_eq!(row.get::<i64, _>("found"), 1);
}

/// As an owner who is no superuser: row-level security is forced on that role, too.
#[tokio::test]
async fn postgres_keeps_root_keys_and_keys() {
    let app = TestApp::start(Engine::Postgres).await;
    let mut connection = PgConnection::connect(&app.owner_url())
        .await
        .expect("connects");
    let role = format!(
        "owner_{}",
        uuid::Uuid::from_bytes(backend::chance::make_bytes()).simple()
    );
    let begin = format!(
        "CREATE ROLE {role}; CREATE SCHEMA old AUTHORIZATION {role}; SET ROLE {role}; SET search_path = old"
    );
    raw_sql(AssertSqlSafe(begin))
        .execute(&mut connection)
        .await
        .expect("an owner");
    let bytes = |byte: u8| format!("'\\x{}'::bytea", format!("{byte:02x}").repeat(16));
    let id = |byte: u8| format!("'{}'::uuid", uuid::Uuid::from_bytes([byte; 16]));
    let foundation = include_str!("../../migrations/postgres/0001_foundation.sql");
    raw_sql(foundation)
        .execute(&mut connection)
        .await
        .expect("the schema of before");
    let tenant = format!(
        "SELECT set_config('app.tenant_id', '{}', false)",
        uuid::Uuid::from_bytes([1; 16])
    );
    raw_sql(AssertSqlSafe(tenant))
        .execute(&mut connection)
        .await
        .expect("named");
    raw_sql(written(FILL, bytes, id))
        .execute(&mut connection)
        .await
        .expect("filled");
    raw_sql("RESET app.tenant_id")
        .execute(&mut connection)
        .await
        .expect("nobody is named");
    let migration = include_str!("../../migrations/postgres/0003_root_keys.sql");
    raw_sql(migration)
        .execute(&mut connection)
        .await
        .expect("it migrates");
    let look = ["RESET ROLE".to_owned(), "SET search_path = old".to_owned()];
    for sql in look {
        raw_sql(AssertSqlSafe(sql))
            .execute(&mut connection)
            .await
            .expect("the superuser looks");
    }
    let row = raw_sql(written(LOOK, bytes, id))
        .fetch_one(&mut connection)
        .await
        .expect("a count");
    assert_eq!(row.get::<i64, _>("found"), 1);
    raw_sql(written(EARLY, bytes, id))
        .execute(&mut connection)
        .await
        .expect_err("a root key that is in use stays");
    let end = format!("DROP SCHEMA old CASCADE; DROP ROLE {role}");
    raw_sql(AssertSqlSafe(end))
        .execute(&mut connection)
        .await
        .expect("cleared up");
}
