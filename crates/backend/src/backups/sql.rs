//! SQL of backups. The rows of all tenants are read in one moment and written in one transaction: the only place beside
//! the desk that names tenants to the database. Everything that is personal in these rows is ciphertext.

use domain::ids::TenantId;
use futures::TryStreamExt;
use sqlx::{AssertSqlSafe, ColumnIndex, Database, Decode, QueryBuilder, Row, Type};
use uuid::Uuid;

use super::{
    BackupError,
    archive::Cell,
    tables::{Kind, Table},
};
use crate::store::{Connection, on_engine};

/// Values that one statement takes; `SQLite` takes 32,766.
const VALUES_MAX: usize = 8_000;

/// Rows of one table that are written by one statement.
pub(super) const fn batch(table: &Table) -> usize {
    VALUES_MAX / table.columns.len()
}

/// Every tenant.
pub(super) async fn tenants(connection: &mut Connection) -> Result<Vec<TenantId>, sqlx::Error> {
    let ids: Vec<Uuid> = on_engine!(connection, |c| {
        sqlx::query_scalar("SELECT id FROM tenants ORDER BY id")
            .fetch_all(c)
            .await
    })?;
    Ok(ids.into_iter().map(TenantId::from_uuid).collect())
}

/// Hands over the rows of a tenant in a table, one after the other.
pub(super) async fn read(
    connection: &mut Connection,
    table: &Table,
    tenant: TenantId,
    mut take: impl FnMut(Vec<Cell>) -> Result<(), BackupError>,
) -> Result<(), BackupError> {
    let sql = table.select();
    on_engine!(connection, |c| {
        let mut rows = sqlx::query(AssertSqlSafe(sql)).bind(tenant.uuid()).fetch(c);
        while let Some(row) = rows.try_next().await? {
            take(cells(&row, table)?)?;
        }
    });
    Ok(())
}

fn cells<'row, R>(row: &'row R, table: &Table) -> Result<Vec<Cell>, sqlx::Error>
where
    R: Row,
    usize: ColumnIndex<R>,
    i64: Decode<'row, R::Database> + Type<R::Database>,
    String: Decode<'row, R::Database> + Type<R::Database>,
    Vec<u8>: Decode<'row, R::Database> + Type<R::Database>,
    Uuid: Decode<'row, R::Database> + Type<R::Database>,
{
    let cell = |(at, (_, kind)): (usize, &(&str, Kind))| {
        Ok(match kind {
            Kind::Id => row
                .try_get::<Option<Uuid>, _>(at)?
                .map(|id| Cell::Bytes(id.as_bytes().to_vec())),
            Kind::Number => row.try_get::<Option<i64>, _>(at)?.map(Cell::Number),
            Kind::Text => row.try_get::<Option<String>, _>(at)?.map(Cell::Text),
            Kind::Bytes => row.try_get::<Option<Vec<u8>>, _>(at)?.map(Cell::Bytes),
        }
        .unwrap_or(Cell::Nothing))
    };
    table.columns.iter().enumerate().map(cell).collect()
}

/// Adds rows of one tenant, whose name the transaction bears; at most [`batch`] of them.
pub(super) async fn add(
    connection: &mut Connection,
    table: &Table,
    rows: Vec<Vec<Cell>>,
) -> Result<(), BackupError> {
    if rows.iter().any(|row| !fits(table, row)) {
        return Err(BackupError::Damaged);
    }
    match connection {
        Connection::Sqlite(transaction) => {
            let mut insert = insert::<sqlx::Sqlite>(table, rows);
            insert.build().execute(&mut **transaction).await?;
        }
        Connection::Postgres(transaction) => {
            let mut insert = insert::<sqlx::Postgres>(table, rows);
            insert.build().execute(&mut **transaction).await?;
        }
    }
    Ok(())
}

fn fits(table: &Table, row: &[Cell]) -> bool {
    row.len() == table.columns.len()
        && row
            .iter()
            .zip(table.columns)
            .all(|(cell, (_, kind))| match (cell, kind) {
                (Cell::Nothing, _)
                | (Cell::Number(_), Kind::Number)
                | (Cell::Text(_), Kind::Text)
                | (Cell::Bytes(_), Kind::Bytes) => true,
                (Cell::Bytes(bytes), Kind::Id) => bytes.len() == 16,
                _ => false,
            })
}

fn insert<D: Database>(table: &Table, rows: Vec<Vec<Cell>>) -> QueryBuilder<D>
where
    D::Arguments: Default,
    Option<i64>: sqlx::Encode<'static, D> + Type<D>,
    Option<String>: sqlx::Encode<'static, D> + Type<D>,
    Option<Vec<u8>>: sqlx::Encode<'static, D> + Type<D>,
    Option<Uuid>: sqlx::Encode<'static, D> + Type<D>,
{
    let mut query = QueryBuilder::new(table.insert());
    query.push_values(rows, |mut values, row| {
        for (cell, (_, kind)) in row.into_iter().zip(table.columns) {
            match (kind, cell) {
                (Kind::Id, Cell::Bytes(id)) => values.push_bind(Uuid::from_slice(&id).ok()),
                (Kind::Id, _) => values.push_bind(None::<Uuid>),
                (Kind::Number, Cell::Number(number)) => values.push_bind(Some(number)),
                (Kind::Number, _) => values.push_bind(None::<i64>),
                (Kind::Text, Cell::Text(text)) => values.push_bind(Some(text)),
                (Kind::Text, _) => values.push_bind(None::<String>),
                (Kind::Bytes, Cell::Bytes(bytes)) => values.push_bind(Some(bytes)),
                (Kind::Bytes, _) => values.push_bind(None::<Vec<u8>>),
            };
        }
    });
    query
}

macro_rules! keyless {
    ($id:literal) => {
        concat!(
            "NOT EXISTS (SELECT 1 FROM keys k WHERE k.tenant_id = $1 AND k.subject_id = ",
            $id,
            ")"
        )
    };
}

/// What puts the rows of a tenant in order, one after the other; the last removes people.
const SETTLING: [&str; 15] = [
    "DELETE FROM keys WHERE tenant_id = $1 AND subject_id IN (SELECT subject_id FROM erasures WHERE tenant_id = $1)",
    concat!(
        "DELETE FROM links WHERE tenant_id = $1 AND guest_id IN (SELECT g.id FROM guests g WHERE g.tenant_id = $1 AND ",
        keyless!("g.person_id"),
        ")"
    ),
    concat!(
        "DELETE FROM mails WHERE tenant_id = $1 AND ",
        keyless!("mails.subject_id")
    ),
    concat!(
        "DELETE FROM special_replies WHERE tenant_id = $1 AND (",
        keyless!("special_replies.key_id"),
        " OR guest_id IN (SELECT g.id FROM guests g WHERE g.tenant_id = $1 AND ",
        keyless!("g.person_id"),
        "))"
    ),
    concat!(
        "DELETE FROM guest_tags WHERE tenant_id = $1 AND guest_id IN ",
        "(SELECT g.id FROM guests g WHERE g.tenant_id = $1 AND ",
        keyless!("g.person_id"),
        ")"
    ),
    concat!(
        "DELETE FROM guest_workshops WHERE tenant_id = $1 AND guest_id IN ",
        "(SELECT g.id FROM guests g WHERE g.tenant_id = $1 AND ",
        keyless!("g.person_id"),
        ")"
    ),
    concat!(
        "DELETE FROM guests WHERE tenant_id = $1 AND ",
        keyless!("guests.person_id")
    ),
    "DELETE FROM tags WHERE tenant_id = $1 AND NOT EXISTS \
     (SELECT 1 FROM guest_tags g WHERE g.tenant_id = $1 AND g.tag_id = tags.id)",
    concat!(
        "UPDATE imports SET sealed = NULL WHERE tenant_id = $1 AND ",
        keyless!("imports.id")
    ),
    "UPDATE events SET taken = (SELECT CAST(coalesce(sum(g.places), 0) AS BIGINT) FROM guests g \
     WHERE g.tenant_id = $1 AND g.event_id = events.id) WHERE tenant_id = $1",
    "DELETE FROM log_waiting WHERE tenant_id = $1 AND entry_id IN \
     (SELECT entry_id FROM log_leaves WHERE tenant_id = $1)",
    "UPDATE mails SET leased_until = 0 WHERE tenant_id = $1 AND sent_at IS NULL AND failed_at IS NULL \
     AND uncertain_at IS NULL",
    "DELETE FROM keys WHERE tenant_id = $1 AND subject_id <> $1 \
     AND NOT EXISTS (SELECT 1 FROM people p WHERE p.tenant_id = $1 AND p.id = keys.subject_id) \
     AND NOT EXISTS (SELECT 1 FROM events e WHERE e.tenant_id = $1 AND e.id = keys.subject_id) \
     AND NOT EXISTS (SELECT 1 FROM users u WHERE u.tenant_id = $1 AND u.id = keys.subject_id) \
     AND NOT EXISTS (SELECT 1 FROM team_invitations t WHERE t.tenant_id = $1 AND t.id = keys.subject_id) \
     AND NOT EXISTS (SELECT 1 FROM special_replies s WHERE s.tenant_id = $1 AND s.key_id = keys.subject_id) \
     AND NOT EXISTS (SELECT 1 FROM imports i WHERE i.tenant_id = $1 AND i.id = keys.subject_id)",
    concat!(
        "DELETE FROM team_invitations WHERE tenant_id = $1 AND ",
        keyless!("team_invitations.id")
    ),
    concat!(
        "DELETE FROM people WHERE tenant_id = $1 AND ",
        keyless!("people.id")
    ),
];

/// After the rows of a tenant are in place: what belongs to somebody without a key goes, and so do keys of whoever is not
/// in the data, because a later copy of the data could be read with them; places are counted anew; mails that waited
/// may have gone out since, so they count as taken by a worker that did not come back; and only entries without a place
/// wait for one. Returns how many people went.
pub(super) async fn settle(
    connection: &mut Connection,
    tenant: TenantId,
) -> Result<u64, sqlx::Error> {
    let mut people = 0;
    for sql in SETTLING {
        let done = on_engine!(connection, |c| {
            let done = sqlx::query(sql).bind(tenant.uuid()).execute(c).await;
            done.map(|done| done.rows_affected())
        })?;
        people = done;
    }
    Ok(people)
}

/// Notes a destroyed key that the backup does not know of.
pub(super) async fn add_erasure(
    connection: &mut Connection,
    tenant: TenantId,
    subject: Uuid,
    at: domain::Instant,
) -> Result<(), sqlx::Error> {
    on_engine!(connection, |c| {
        sqlx::query(
            "INSERT INTO erasures (tenant_id, subject_id, erased_at) VALUES ($1, $2, $3) \
             ON CONFLICT (tenant_id, subject_id) DO NOTHING",
        )
        .bind(tenant.uuid())
        .bind(subject)
        .bind(at.0)
        .execute(c)
        .await
        .map(drop)
    })
}
