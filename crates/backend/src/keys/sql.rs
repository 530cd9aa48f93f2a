//! SQL of the key ring and of root keys.

use std::sync::LazyLock;

use domain::{Instant, ids::TenantId};
use sqlx::AssertSqlSafe;
use uuid::Uuid;

use crate::{
    Failure,
    desk::TenantTx,
    store::{Connection, execute, on_engine, rows, value},
};

/// Adds a wrapped key; false when the version is not that of the newest root key.
pub(super) async fn add(
    tx: &mut TenantTx,
    subject: Uuid,
    version: u32,
    wrapped: &[u8],
) -> Result<bool, Failure> {
    let now = tx.now().0;
    let added = execute!(
        tx,
        "INSERT INTO keys (tenant_id, subject_id, root_version, wrapped, made_at) SELECT $1, $2, $3, $4, $5 \
         WHERE $3 = (SELECT max(version) FROM roots WHERE tenant_id = $1)",
        subject,
        i64::from(version),
        wrapped,
        now
    )?;
    Ok(added == 1)
}

pub(super) async fn wrapped(tx: &mut TenantTx, subject: Uuid) -> Result<Option<Vec<u8>>, Failure> {
    Ok(value!(
        tx,
        "SELECT wrapped FROM keys WHERE tenant_id = $1 AND subject_id = $2",
        subject
    )?)
}

pub(super) async fn destroy(tx: &mut TenantTx, subject: Uuid) -> Result<(), Failure> {
    execute!(
        tx,
        "DELETE FROM keys WHERE tenant_id = $1 AND subject_id = $2",
        subject
    )?;
    Ok(())
}

/// Version and wrapped form of each root key, the oldest first.
pub(super) async fn roots(
    connection: &mut Connection,
    tenant: TenantId,
) -> Result<Vec<(i64, Vec<u8>)>, Failure> {
    Ok(on_engine!(connection, |c| {
        sqlx::query_as("SELECT version, wrapped FROM roots WHERE tenant_id = $1 ORDER BY version")
            .bind(tenant.uuid())
            .fetch_all(c)
            .await
    })?)
}

pub(super) async fn add_first_root(
    connection: &mut Connection,
    tenant: TenantId,
    version: u32,
    wrapped: &[u8],
    now: Instant,
) -> Result<(), Failure> {
    on_engine!(connection, |c| {
        sqlx::query(
            "INSERT INTO roots (tenant_id, version, wrapped, made_at) VALUES ($1, $2, $3, $4) \
             ON CONFLICT (tenant_id, version) DO NOTHING",
        )
        .bind(tenant.uuid())
        .bind(i64::from(version))
        .bind(wrapped)
        .bind(now.0)
        .execute(c)
        .await
        .map(drop)
    })?;
    Ok(())
}

/// Adds the root key that follows the one there is; false when it is another one, or when there are two already.
pub(super) async fn add_next_root(
    tx: &mut TenantTx,
    version: u32,
    wrapped: &[u8],
) -> Result<bool, Failure> {
    let now = tx.now().0;
    let added = execute!(
        tx,
        "INSERT INTO roots (tenant_id, version, wrapped, made_at) SELECT $1, $2, $3, $4 \
         WHERE (SELECT max(version) FROM roots WHERE tenant_id = $1) = $2 - 1 \
         AND (SELECT count(*) FROM roots WHERE tenant_id = $1) = 1 \
         ON CONFLICT (tenant_id, version) DO NOTHING",
        i64::from(version),
        wrapped,
        now
    )?;
    Ok(added == 1)
}

/// Destroys the root keys before this one if nothing is wrapped under them; returns how many. The reference of the keys
/// stands behind it: it refuses while another transaction adds one.
pub(super) async fn destroy_roots_before(
    tx: &mut TenantTx,
    version: u32,
) -> Result<u64, sqlx::Error> {
    execute!(
        tx,
        "DELETE FROM roots WHERE tenant_id = $1 AND version < $2 \
         AND NOT EXISTS (SELECT 1 FROM keys WHERE tenant_id = $1 AND root_version < $2)",
        i64::from(version)
    )
}

/// Version, time of making and number of keys of each root key, the oldest first.
pub(super) async fn status(tx: &mut TenantTx) -> Result<Vec<(i64, i64, i64)>, Failure> {
    Ok(rows!(
        tx,
        "SELECT r.version, r.made_at, (SELECT count(*) FROM keys k WHERE k.tenant_id = $1 AND k.root_version = r.version) \
         FROM roots r WHERE r.tenant_id = $1 ORDER BY r.version"
    )?)
}

/// Keys that are not under this root key, by subject, behind the one named. Those that somebody else is working on are
/// left out: a rotation waits for nobody.
pub(super) async fn under_older(
    tx: &mut TenantTx,
    version: u32,
    after: Option<Uuid>,
    limit: i64,
) -> Result<Vec<(Uuid, Vec<u8>)>, Failure> {
    macro_rules! under_older {
        ($lock:literal) => {
            concat!(
                "SELECT subject_id, wrapped FROM keys WHERE tenant_id = $1 AND root_version < $2 AND subject_id > $3 ",
                "ORDER BY subject_id LIMIT $4",
                $lock
            )
        };
    }
    let sql = match &tx.connection {
        // Whoever writes is alone.
        Connection::Sqlite(_) => under_older!(""),
        Connection::Postgres(_) => under_older!(" FOR UPDATE SKIP LOCKED"),
    };
    let after = after.unwrap_or(Uuid::nil());
    Ok(rows!(tx, sql, i64::from(version), after, limit)?)
}

/// A key before and after it was wrapped anew.
pub(super) struct Rewrapped {
    pub(super) subject: Uuid,
    pub(super) before: Vec<u8>,
    pub(super) after: Vec<u8>,
}

/// Keys that one statement takes; three values each, of 32,766 that `SQLite` takes. They are neighbours: without first and
/// last, `SQLite` looks at every key of the tenant for each batch. It compares each key of a batch with each other, so a
/// thousand at once take six times as long as in four parts.
pub(super) const BATCH: usize = 250;

/// The statement for a full batch; it stays prepared.
static FULL: LazyLock<String> = LazyLock::new(|| replace_statement(BATCH));

fn replace_statement(keys: usize) -> String {
    let rows: Vec<String> = (0..keys)
        .map(|key| {
            let first = 5 + 3 * key;
            format!("(${}, ${}, ${})", first, first + 1, first + 2)
        })
        .collect();
    format!(
        "WITH anew (subject_id, old_bytes, new_bytes) AS (VALUES {}) \
         UPDATE keys SET wrapped = anew.new_bytes, root_version = $2 FROM anew \
         WHERE keys.tenant_id = $1 AND keys.subject_id = anew.subject_id AND keys.wrapped = anew.old_bytes \
         AND keys.subject_id >= $3 AND keys.subject_id <= $4",
        rows.join(", ")
    )
}

/// Puts the new wrapping in the place of the old one, for keys in the order of their subjects; a key that is gone stays
/// gone. Returns how many there were.
pub(super) async fn replace(
    tx: &mut TenantTx,
    version: u32,
    keys: &[Rewrapped],
) -> Result<u64, Failure> {
    let (Some(first), Some(last)) = (keys.first(), keys.last()) else {
        return Ok(0);
    };
    let sql = if keys.len() == BATCH {
        FULL.clone()
    } else {
        replace_statement(keys.len())
    };
    let tenant = tx.t();
    Ok(on_engine!(&mut tx.connection, |c| {
        let mut query = sqlx::query(AssertSqlSafe(sql))
            .bind(tenant)
            .bind(i64::from(version))
            .bind(first.subject)
            .bind(last.subject);
        for key in keys {
            query = query
                .bind(key.subject)
                .bind(key.before.as_slice())
                .bind(key.after.as_slice());
        }
        query.execute(c).await.map(|done| done.rows_affected())
    })?)
}
