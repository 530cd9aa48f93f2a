//! SQL of the log. The runtime role can only add and read.

use domain::ids::{EntryId, EventId, GuestId};
use ledger::Entry;
use uuid::Uuid;
use vault::{PersonKey, Place, Sealed};

use crate::{
    Failure,
    desk::{FieldChange, TenantTx},
    store::on_engine,
};

/// The longest history that is shown.
const HISTORY_LENGTH_MAX: i64 = 500;

#[derive(sqlx::FromRow)]
pub(crate) struct EntryRow {
    pub(crate) id: Uuid,
    pub(crate) at: i64,
    pub(crate) actor_kind: String,
    pub(crate) actor: String,
    pub(crate) origin: String,
    pub(crate) action: String,
    pub(crate) subject_id: Uuid,
    pub(crate) sealed: Option<Vec<u8>>,
}

pub(crate) async fn append(
    tx: &mut TenantTx,
    id: EntryId,
    entry: &Entry,
    subject: Uuid,
    event: Option<EventId>,
    guest: Option<GuestId>,
    sealed: Option<Sealed<Vec<FieldChange>>>,
) -> Result<(), Failure> {
    let tenant = tx.t();
    let leaf = entry.leaf().to_vec();
    on_engine!(&mut tx.connection, |c| {
        sqlx::query(
            "INSERT INTO entries (tenant_id, id, at, actor_kind, actor, origin, action, entity, subject_id, event_id, \
             guest_id, fields, sealed, leaf) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)",
        )
        .bind(tenant)
        .bind(id.uuid())
        .bind(entry.at)
        .bind(entry.actor_kind.code())
        .bind(&entry.actor)
        .bind(&entry.origin)
        .bind(&entry.action)
        .bind(&entry.entity)
        .bind(subject)
        .bind(event.map(EventId::uuid))
        .bind(guest.map(GuestId::uuid))
        .bind(entry.fields.join(" "))
        .bind(sealed.map(Sealed::into_bytes))
        .bind(leaf)
        .execute(c)
        .await
        .map(drop)
    })?;
    Ok(())
}

pub(crate) async fn of_guest(tx: &mut TenantTx, guest: GuestId) -> Result<Vec<EntryRow>, Failure> {
    let tenant = tx.t();
    Ok(on_engine!(&mut tx.connection, |c| {
        sqlx::query_as(
            "SELECT id, at, actor_kind, actor, origin, action, subject_id, sealed FROM entries \
             WHERE tenant_id = $1 AND guest_id = $2 ORDER BY at DESC, id DESC LIMIT $3",
        )
        .bind(tenant)
        .bind(guest.uuid())
        .bind(HISTORY_LENGTH_MAX)
        .fetch_all(c)
        .await
    })?)
}

pub(crate) fn open_fields(
    key: &PersonKey,
    id: Uuid,
    sealed: &[u8],
) -> Result<Vec<FieldChange>, Failure> {
    Ok(key.open(
        Place::row("entries", *id.as_bytes()),
        &Sealed::from_bytes(sealed.to_vec()),
    )?)
}
