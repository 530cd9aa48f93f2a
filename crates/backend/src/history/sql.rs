//! SQL of the log. The runtime role can only add and read.

use domain::{
    Instant,
    ids::{EntryId, EventId, GuestId},
};
use ledger::Entry;
use uuid::Uuid;
use vault::{PersonKey, Place, Sealed};

use crate::{
    Failure,
    desk::{FieldChange, TenantTx},
    store::{execute, rows, value},
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
    pub(crate) event_id: Option<Uuid>,
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
    let leaf = entry.leaf().to_vec();
    execute!(
        tx,
        "INSERT INTO entries (tenant_id, id, at, actor_kind, actor, origin, action, entity, subject_id, event_id, \
         guest_id, fields, sealed, leaf) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)",
        id.uuid(),
        entry.at,
        entry.actor_kind.code(),
        &entry.actor,
        &entry.origin,
        &entry.action,
        &entry.entity,
        subject,
        event.map(EventId::uuid),
        guest.map(GuestId::uuid),
        entry.fields.join(" "),
        sealed.map(Sealed::into_bytes),
        leaf
    )?;
    Ok(())
}

pub(crate) async fn of_guest(tx: &mut TenantTx, guest: GuestId) -> Result<Vec<EntryRow>, Failure> {
    Ok(rows!(
        tx,
        "SELECT id, at, actor_kind, actor, origin, action, subject_id, event_id, sealed FROM entries \
         WHERE tenant_id = $1 AND guest_id = $2 ORDER BY at DESC, id DESC LIMIT $3",
        guest.uuid(),
        HISTORY_LENGTH_MAX
    )?)
}

/// Whether somebody has done something to a guest since then.
pub(crate) async fn did_to_guest(
    tx: &mut TenantTx,
    action: &str,
    actor: &str,
    guest: GuestId,
    since: Instant,
) -> Result<bool, Failure> {
    let found: Option<i64> = value!(
        tx,
        "SELECT at FROM entries WHERE tenant_id = $1 AND guest_id = $2 AND action = $3 AND actor = $4 AND at > $5 LIMIT 1",
        guest.uuid(),
        action,
        actor,
        since.0
    )?;
    Ok(found.is_some())
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

/// The values of one entry; none for an entry without values.
pub(crate) async fn fields_of(
    tx: &mut TenantTx,
    entry: EntryId,
    key: &PersonKey,
) -> Result<Vec<FieldChange>, Failure> {
    let sealed: Option<Option<Vec<u8>>> = value!(
        tx,
        "SELECT sealed FROM entries WHERE tenant_id = $1 AND id = $2",
        entry.uuid()
    )?;
    match sealed.flatten() {
        Some(sealed) => open_fields(key, entry.uuid(), &sealed),
        None => Ok(Vec::new()),
    }
}
