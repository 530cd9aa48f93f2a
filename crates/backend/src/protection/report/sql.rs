//! SQL of the report: plain columns and figures.

use std::collections::BTreeSet;

use domain::{Instant, questions::Question};

use crate::{
    Failure,
    desk::TenantTx,
    retention::UPLOAD_MS,
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

/// A table of the tenant.
#[derive(Debug, Clone, Copy)]
pub(super) struct Table {
    pub(super) name: &'static str,
    /// The column that says whose a row is.
    pub(super) owner: &'static str,
    /// The column by which rows are sorted; ids sort by time.
    pub(super) order: &'static str,
}

/// How many rows of a table are the tenant's.
pub(super) async fn rows_of(tx: &mut TenantTx, table: Table) -> Result<u64, Failure> {
    let Table { name, owner, .. } = table;
    let sql = format!("SELECT count(*) FROM {name} WHERE {owner} = $1");
    let tenant = tx.t();
    let count: i64 = on_engine!(&mut tx.connection, |c| sqlx::query_scalar(
        sqlx::AssertSqlSafe(sql)
    )
    .bind(tenant)
    .fetch_one(c)
    .await)?;
    Ok(count.unsigned_abs())
}

/// How many of `most` rows hold something in a column, and how many of these do not begin as a sealed value does: with its
/// format and its algorithm. They are those behind the `newer` last.
pub(super) async fn sample(
    tx: &mut TenantTx,
    table: Table,
    column: &'static str,
    newer: u64,
    most: u64,
) -> Result<(u64, u64), Failure> {
    let Table { name, owner, order } = table;
    let begins = match &tx.connection {
        Connection::Sqlite(_) => format!("hex(substr({column}, 1, 2))"),
        Connection::Postgres(_) => format!("encode(substr({column}, 1, 2), 'hex')"),
    };
    let which = format!(
        "AND {order} <= (SELECT {order} FROM {name} WHERE {owner} = $1 ORDER BY {order} DESC LIMIT 1 OFFSET $3) \
         ORDER BY {order} DESC"
    );
    let sql = format!(
        "SELECT count(*), count(CASE WHEN s.begins <> '0101' THEN 1 END) FROM (SELECT {begins} AS begins FROM {name} \
         WHERE {owner} = $1 AND {column} IS NOT NULL {which} LIMIT $2) s"
    );
    let (newer, most) = (newer.cast_signed(), most.cast_signed());
    let tenant = tx.t();
    let found: (i64, i64) = on_engine!(&mut tx.connection, |c| sqlx::query_as(
        sqlx::AssertSqlSafe(sql)
    )
    .bind(tenant)
    .bind(most)
    .bind(newer)
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
             WHERE t.tgname = c.relname || '_stay' AND t.tgenabled IN ('O', 'A') AND NOT t.tgisinternal"
        }
    };
    Ok(on_engine!(&mut tx.connection, |c| sqlx::query_scalar(sql)
        .fetch_all(c)
        .await)?)
}

/// How the outbox stands.
#[derive(Debug, Clone, Copy, Default, sqlx::FromRow)]
pub(super) struct Queue {
    /// Mails that are to go out.
    pub(super) waiting: i64,
    /// Since when the first of them, even if it was tried before.
    pub(super) waiting_since: Option<i64>,
    /// Since when the first of them is due that is due now.
    pub(super) due_since: Option<i64>,
    /// Of them, those that were tried before.
    pub(super) tried: i64,
    /// When one was last sent.
    pub(super) sent_at: Option<i64>,
    /// Mails that failed, or may have, since a time.
    pub(super) failed: i64,
    /// Mails that were sent since then.
    pub(super) sent: i64,
}

/// The outbox now; what failed and what was sent since a time.
pub(super) async fn queue(tx: &mut TenantTx, since: Instant) -> Result<Queue, Failure> {
    let now = tx.now().0;
    let found: Option<Queue> = row!(
        tx,
        "SELECT count(CASE WHEN m.is_waiting THEN 1 END) AS waiting, min(CASE WHEN m.is_waiting THEN m.queued_at END) AS waiting_since, \
         min(CASE WHEN m.is_waiting AND m.due_at <= $3 THEN m.due_at END) AS due_since, \
         count(CASE WHEN m.is_waiting AND m.attempts > 0 THEN 1 END) AS tried, max(m.sent_at) AS sent_at, \
         count(CASE WHEN m.failed_at >= $2 OR m.uncertain_at >= $2 THEN 1 END) AS failed, \
         count(CASE WHEN m.sent_at >= $2 THEN 1 END) AS sent \
         FROM (SELECT queued_at, due_at, attempts, sent_at, failed_at, uncertain_at, \
         (sent_at IS NULL AND failed_at IS NULL AND uncertain_at IS NULL) AS is_waiting FROM mails WHERE tenant_id = $1) m",
        since.0,
        now
    )?;
    Ok(found.unwrap_or_default())
}

/// Keys that were destroyed and are there all the same.
pub(super) async fn not_gone(tx: &mut TenantTx) -> Result<u64, Failure> {
    let found: Option<i64> = value!(
        tx,
        "SELECT count(*) FROM erasures e JOIN keys k ON k.tenant_id = e.tenant_id AND k.subject_id = e.subject_id \
         WHERE e.tenant_id = $1"
    )?;
    Ok(found.unwrap_or(0).unsigned_abs())
}

/// What should have been deleted besides guests before `limit` and is still there: replies of special categories, places held
/// for registrations that nobody confirmed, and uploaded lists.
pub(super) async fn leftovers(tx: &mut TenantTx, limit: Instant) -> Result<u64, Failure> {
    let special = limit.plus_days(-Question::SPECIAL_RETENTION_DAYS);
    let uploads = limit.plus_ms(-UPLOAD_MS);
    let found: Option<i64> = value!(
        tx,
        "SELECT (SELECT count(*) FROM special_replies s JOIN guests g ON g.tenant_id = s.tenant_id AND g.id = s.guest_id \
         JOIN events e ON e.tenant_id = g.tenant_id AND e.id = g.event_id WHERE s.tenant_id = $1 AND e.ends_at <= $2) + \
         (SELECT count(*) FROM guests WHERE tenant_id = $1 AND held_until <= $3) + \
         (SELECT count(*) FROM imports WHERE tenant_id = $1 AND confirmed_at IS NULL AND uploaded_at <= $4)",
        special.0,
        limit.0,
        uploads.0
    )?;
    Ok(found.unwrap_or(0).unsigned_abs())
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
    /// Tables without a wall, in which requests find their tenant: nothing readable about people.
    pub(super) open: i64,
}

/// Nothing where the engine has no walls.
pub(super) async fn walls(tx: &mut TenantTx) -> Result<Option<Walls>, Failure> {
    const SQL: &str = "SELECT count(*) AS tables, \
         count(CASE WHEN c.relrowsecurity AND c.relforcerowsecurity AND EXISTS \
         (SELECT 1 FROM pg_policy p WHERE p.polrelid = c.oid) THEN 1 END) AS standing, \
         count(CASE WHEN pg_get_userbyid(c.relowner) = current_user THEN 1 END) AS owned, \
         (SELECT count(*) FROM pg_roles r WHERE r.rolname = current_user AND (r.rolsuper OR r.rolbypassrls)) AS bypasses, \
         (SELECT count(*) FROM pg_class o JOIN pg_namespace m ON m.oid = o.relnamespace WHERE m.nspname = 'public' \
         AND o.relname IN ('addresses', 'links', 'sessions')) AS open \
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
