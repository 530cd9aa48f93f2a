//! SQL of erasures. The runtime role can only add and read.

use domain::{
    Instant,
    ids::{EntryId, PersonId},
};
use uuid::Uuid;

use super::Extent;
use crate::{
    Failure,
    desk::{Peek, TenantTx},
    store::{execute, on_engine, row, rows},
};

/// Notes that the key of a subject was destroyed; once is enough.
pub(crate) async fn add(
    tx: &mut TenantTx,
    subject: Uuid,
    entry: Option<EntryId>,
) -> Result<(), Failure> {
    let now = tx.now().0;
    execute!(
        tx,
        "INSERT INTO erasures (tenant_id, subject_id, entry_id, erased_at) VALUES ($1, $2, $3, $4) \
         ON CONFLICT (tenant_id, subject_id) DO NOTHING",
        subject,
        entry.map(EntryId::uuid),
        now
    )?;
    Ok(())
}

/// How much there is of a person.
pub(super) async fn extent(tx: &mut TenantTx, person: PersonId) -> Result<Extent, Failure> {
    let counts: Option<(i64, i64, i64)> = row!(
        tx,
        "SELECT (SELECT count(*) FROM guests WHERE tenant_id = $1 AND person_id = $2), \
         (SELECT count(*) FROM mails m JOIN guests g ON g.tenant_id = m.tenant_id AND g.id = m.guest_id \
          WHERE m.tenant_id = $1 AND g.person_id = $2), \
         (SELECT count(*) FROM links l JOIN guests g ON g.tenant_id = l.tenant_id AND g.id = l.guest_id \
          WHERE l.tenant_id = $1 AND g.person_id = $2)",
        person.uuid()
    )?;
    let (guests, mails, links) = counts.ok_or(Failure::NotFound)?;
    Ok(Extent {
        guests: guests.unsigned_abs(),
        mails: mails.unsigned_abs(),
        links: links.unsigned_abs(),
    })
}

/// When the key of a person was destroyed, and the entry that says why.
pub(super) async fn of_person(
    tx: &mut TenantTx,
    person: PersonId,
) -> Result<Option<(Instant, Option<EntryId>)>, Failure> {
    let found: Option<(i64, Option<Uuid>)> = row!(
        tx,
        "SELECT erased_at, entry_id FROM erasures WHERE tenant_id = $1 AND subject_id = $2",
        person.uuid()
    )?;
    Ok(found.map(|(at, entry)| (Instant(at), entry.map(EntryId::from_uuid))))
}

/// People who were erased, the last one first: who it was by id, when, and the entry.
pub(super) async fn page(
    tx: &mut TenantTx,
    before: Option<(Instant, PersonId)>,
    limit: i64,
) -> Result<Vec<(Uuid, i64, Uuid, String)>, Failure> {
    let (at, person) = before.map_or((i64::MAX, Uuid::max()), |(at, id)| (at.0, id.uuid()));
    Ok(rows!(
        tx,
        "SELECT r.subject_id, r.erased_at, r.entry_id, e.actor FROM erasures r \
         JOIN entries e ON e.tenant_id = r.tenant_id AND e.id = r.entry_id \
         WHERE r.tenant_id = $1 AND e.action = 'person.erased' \
         AND (r.erased_at < $2 OR (r.erased_at = $2 AND r.subject_id < $3)) \
         ORDER BY r.erased_at DESC, r.subject_id DESC LIMIT $4",
        at,
        person,
        limit
    )?)
}

/// Subjects whose keys were destroyed, behind this time and subject.
pub(super) async fn since(
    peek: &mut Peek,
    (at, subject): (Instant, Uuid),
    limit: i64,
) -> Result<Vec<(Uuid, i64)>, Failure> {
    Ok(rows!(
        peek,
        "SELECT subject_id, erased_at FROM erasures WHERE tenant_id = $1 \
         AND (erased_at > $2 OR (erased_at = $2 AND subject_id > $3)) ORDER BY erased_at, subject_id LIMIT $4",
        at.0,
        subject,
        limit
    )?)
}

/// Those of the subjects that have a key.
pub(super) async fn with_keys(peek: &mut Peek, subjects: &[Uuid]) -> Result<Vec<Uuid>, Failure> {
    let ids: Vec<String> = (0..subjects.len())
        .map(|id| format!("${}", id + 2))
        .collect();
    let sql = format!(
        "SELECT subject_id FROM keys WHERE tenant_id = $1 AND subject_id IN ({})",
        ids.join(", ")
    );
    let tenant = peek.t();
    Ok(on_engine!(&mut peek.connection, |c| {
        let mut query = sqlx::query_scalar(sqlx::AssertSqlSafe(sql)).bind(tenant);
        for subject in subjects {
            query = query.bind(*subject);
        }
        query.fetch_all(c).await
    })?)
}

/// How many people were erased on request.
pub(crate) async fn count(tx: &mut TenantTx) -> Result<u64, Failure> {
    let found: Option<(i64,)> = row!(
        tx,
        "SELECT count(*) FROM erasures r JOIN entries e ON e.tenant_id = r.tenant_id AND e.id = r.entry_id \
         WHERE r.tenant_id = $1 AND e.action = 'person.erased'"
    )?;
    Ok(found.map_or(0, |(count,)| count.unsigned_abs()))
}
