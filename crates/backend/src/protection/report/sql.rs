//! SQL of the report: plain columns and figures.

use std::collections::BTreeSet;

use domain::Instant;

use crate::{
    Failure,
    desk::TenantTx,
    store::{Connection, on_engine, row, rows, value},
};

/// Tables that can only grow.
pub(super) const GUARDED: [&str; 5] = [
    "entries",
    "erasures",
    "log_checkpoints",
    "log_hashes",
    "log_leaves",
];

/// Tables and columns as they are.
pub(super) async fn columns(tx: &mut TenantTx) -> Result<BTreeSet<(String, String)>, Failure> {
    let sql = match &tx.connection {
        Connection::Sqlite(_) => {
            "SELECT m.name, p.name FROM sqlite_master m, pragma_table_info(m.name) p \
             WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite_%' AND m.name <> '_sqlx_migrations'"
        }
        Connection::Postgres(_) => {
            "SELECT c.relname::text, a.attname::text FROM pg_attribute a \
             JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace \
             WHERE n.nspname = 'public' AND c.relkind IN ('r', 'p') AND a.attnum > 0 AND NOT a.attisdropped \
             AND c.relname <> '_sqlx_migrations'"
        }
    };
    let columns: Vec<(String, String)> = on_engine!(&mut tx.connection, |c| sqlx::query_as(sql)
        .fetch_all(c)
        .await)?;
    Ok(columns.into_iter().collect())
}

/// How many of some rows hold something in a column, and how many of these do not begin as a sealed value does: with its
/// format and its algorithm.
pub(super) async fn sample(
    tx: &mut TenantTx,
    table: &'static str,
    column: &'static str,
    most: i64,
) -> Result<(u64, u64), Failure> {
    let begins = match &tx.connection {
        Connection::Sqlite(_) => format!("hex(substr({column}, 1, 2))"),
        Connection::Postgres(_) => format!("encode(substr({column}, 1, 2), 'hex')"),
    };
    let sql = format!(
        "SELECT count(*), count(CASE WHEN s.begins <> '0101' THEN 1 END) FROM (SELECT {begins} AS begins FROM {table} \
         WHERE tenant_id = $1 AND {column} IS NOT NULL LIMIT $2) s"
    );
    let tenant = tx.t();
    let found: (i64, i64) = on_engine!(&mut tx.connection, |c| sqlx::query_as(
        sqlx::AssertSqlSafe(sql)
    )
    .bind(tenant)
    .bind(most)
    .fetch_one(c)
    .await)?;
    Ok((found.0.unsigned_abs(), found.1.unsigned_abs()))
}

/// How many people there are, and how many of them have no key.
pub(super) async fn people(tx: &mut TenantTx) -> Result<(u64, u64), Failure> {
    let found: Option<(i64, i64)> = row!(
        tx,
        "SELECT count(*), count(CASE WHEN k.subject_id IS NULL THEN 1 END) FROM people p \
         LEFT JOIN keys k ON k.tenant_id = p.tenant_id AND k.subject_id = p.id WHERE p.tenant_id = $1"
    )?;
    let (people, without) = found.unwrap_or_default();
    Ok((people.unsigned_abs(), without.unsigned_abs()))
}

/// What was done how often.
#[derive(Debug, Clone, sqlx::FromRow)]
pub(super) struct Deed {
    pub(super) actor_kind: String,
    pub(super) action: String,
    #[sqlx(try_from = "i64")]
    pub(super) count: u64,
}

/// What was done since then.
pub(super) async fn deeds_since(tx: &mut TenantTx, since: Instant) -> Result<Vec<Deed>, Failure> {
    Ok(rows!(
        tx,
        "SELECT actor_kind, action, count(*) AS count FROM entries WHERE tenant_id = $1 AND at >= $2 \
         GROUP BY actor_kind, action",
        since.0
    )?)
}

/// The tables that can only grow whose guards stand: nobody can change or delete a row.
pub(super) async fn guarded(tx: &mut TenantTx) -> Result<Vec<String>, Failure> {
    let sql = match &tx.connection {
        Connection::Sqlite(_) => {
            "SELECT tbl_name FROM sqlite_master WHERE type = 'trigger' AND sql LIKE '%RAISE(ABORT%' \
             GROUP BY tbl_name HAVING count(*) >= 2"
        }
        Connection::Postgres(_) => {
            "SELECT c.relname::text FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid \
             WHERE t.tgname = c.relname || '_stay' AND t.tgenabled <> 'D' AND NOT t.tgisinternal"
        }
    };
    Ok(on_engine!(&mut tx.connection, |c| sqlx::query_scalar(sql)
        .fetch_all(c)
        .await)?)
}

/// How the outbox stands.
#[derive(Debug, Clone, Copy, Default, sqlx::FromRow)]
pub(super) struct Queue {
    /// Mails that are due.
    pub(super) due: i64,
    /// Since when the first of them.
    pub(super) due_since: Option<i64>,
    /// When one was last sent.
    pub(super) sent_at: Option<i64>,
    /// Mails that failed.
    pub(super) failed: i64,
}

pub(super) async fn queue(tx: &mut TenantTx, now: Instant) -> Result<Queue, Failure> {
    let found: Option<Queue> = row!(
        tx,
        "SELECT count(CASE WHEN sent_at IS NULL AND failed_at IS NULL AND uncertain_at IS NULL AND due_at <= $2 THEN 1 END) AS due, \
         min(CASE WHEN sent_at IS NULL AND failed_at IS NULL AND uncertain_at IS NULL AND due_at <= $2 THEN due_at END) AS due_since, \
         max(sent_at) AS sent_at, count(failed_at) AS failed FROM mails WHERE tenant_id = $1",
        now.0
    )?;
    Ok(found.unwrap_or_default())
}

/// Events whose guests should have been deleted before `limit` and are still there, and when guests go next.
pub(super) async fn deletions(
    tx: &mut TenantTx,
    limit: Instant,
    now: Instant,
) -> Result<(u64, Option<Instant>), Failure> {
    let found: Option<(i64, Option<i64>)> = row!(
        tx,
        "SELECT count(CASE WHEN e.delete_after <= $2 THEN 1 END), min(CASE WHEN e.delete_after > $3 THEN e.delete_after END) \
         FROM events e WHERE e.tenant_id = $1 \
         AND EXISTS (SELECT 1 FROM guests g WHERE g.tenant_id = $1 AND g.event_id = e.id)",
        limit.0,
        now.0
    )?;
    let (overdue, next) = found.unwrap_or_default();
    Ok((overdue.unsigned_abs(), next.map(Instant)))
}

/// How the walls between tenants stand.
#[derive(Debug, Clone, Copy, sqlx::FromRow)]
pub(super) struct Walls {
    /// Tables with a tenant.
    pub(super) tables: i64,
    /// Of them, those with a wall that holds for their owner, too.
    pub(super) standing: i64,
    /// Tables that the role of the service owns.
    pub(super) owned: i64,
    /// Whether the role sees through every wall.
    pub(super) bypasses: i64,
}

/// Nothing where the engine has no walls.
pub(super) async fn walls(tx: &mut TenantTx) -> Result<Option<Walls>, Failure> {
    const SQL: &str = "SELECT count(*) AS tables, \
         count(CASE WHEN c.relrowsecurity AND c.relforcerowsecurity AND EXISTS \
         (SELECT 1 FROM pg_policy p WHERE p.polrelid = c.oid) THEN 1 END) AS standing, \
         count(CASE WHEN pg_get_userbyid(c.relowner) = current_user THEN 1 END) AS owned, \
         (SELECT count(*) FROM pg_roles r WHERE r.rolname = current_user AND (r.rolsuper OR r.rolbypassrls)) AS bypasses \
         FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = 'public' AND c.relkind = 'r' \
         AND c.relname NOT IN ('addresses', 'links', 'sessions') AND EXISTS (SELECT 1 FROM pg_attribute a WHERE a.attrelid = c.oid \
         AND a.attname = 'tenant_id' AND NOT a.attisdropped)";
    match &mut tx.connection {
        Connection::Sqlite(_) => Ok(None),
        Connection::Postgres(connection) => {
            let walls = sqlx::query_as(SQL).fetch_one(&mut **connection).await?;
            Ok(Some(walls))
        }
    }
}

/// Keys of other tenants that can be seen from here: none, where there is a wall. Without walls every statement names its
/// tenant.
pub(super) async fn foreign_rows(tx: &mut TenantTx) -> Result<u64, Failure> {
    let found: Option<i64> = value!(tx, "SELECT count(*) FROM keys WHERE tenant_id <> $1")?;
    Ok(found.unwrap_or(0).unsigned_abs())
}
