//! SQL of tags.

use std::collections::HashMap;

use domain::{
    Instant,
    ids::{EventId, GuestId, TagId},
};
use uuid::Uuid;

use crate::{
    Failure,
    desk::TenantTx,
    store::{execute, on_engine, rows, values},
};

/// The tags of an event with their sealed names, in the order in which they were made.
pub(super) async fn of_event(
    tx: &mut TenantTx,
    event: EventId,
) -> Result<Vec<(TagId, Vec<u8>)>, Failure> {
    let found: Vec<(Uuid, Vec<u8>)> = rows!(
        tx,
        "SELECT id, sealed FROM tags WHERE tenant_id = $1 AND event_id = $2 ORDER BY id",
        event.uuid()
    )?;
    let typed = |(id, sealed)| (TagId::from_uuid(id), sealed);
    Ok(found.into_iter().map(typed).collect())
}

/// How many guests have each tag of an event; a tag that nobody has is not there.
pub(super) async fn counts(
    tx: &mut TenantTx,
    event: EventId,
) -> Result<HashMap<TagId, u32>, Failure> {
    let found: Vec<(Uuid, i64)> = rows!(
        tx,
        "SELECT t.id, count(*) FROM tags t JOIN guest_tags g ON g.tenant_id = t.tenant_id AND g.tag_id = t.id \
         WHERE t.tenant_id = $1 AND t.event_id = $2 GROUP BY t.id",
        event.uuid()
    )?;
    let typed = |(id, count)| {
        (
            TagId::from_uuid(id),
            u32::try_from(count).unwrap_or(u32::MAX),
        )
    };
    Ok(found.into_iter().map(typed).collect())
}

/// Which of the guests have which tags.
pub(super) async fn of_guests(
    tx: &mut TenantTx,
    guests: &[GuestId],
) -> Result<Vec<(GuestId, TagId)>, Failure> {
    if guests.is_empty() {
        return Ok(Vec::new());
    }
    let ids: Vec<String> = (0..guests.len()).map(|at| format!("${}", at + 2)).collect();
    let sql = format!(
        "SELECT guest_id, tag_id FROM guest_tags WHERE tenant_id = $1 AND guest_id IN ({})",
        ids.join(", ")
    );
    let tenant = tx.t();
    let found: Vec<(Uuid, Uuid)> = on_engine!(&mut tx.connection, |c| {
        let mut query = sqlx::query_as(sqlx::AssertSqlSafe(sql)).bind(tenant);
        for guest in guests {
            query = query.bind(guest.uuid());
        }
        query.fetch_all(c).await
    })?;
    let typed = |(guest, tag)| (GuestId::from_uuid(guest), TagId::from_uuid(tag));
    Ok(found.into_iter().map(typed).collect())
}

pub(super) async fn add(
    tx: &mut TenantTx,
    id: TagId,
    event: EventId,
    sealed: Vec<u8>,
) -> Result<(), Failure> {
    let now = tx.now().0;
    execute!(
        tx,
        "INSERT INTO tags (tenant_id, id, event_id, sealed, kept_at) VALUES ($1, $2, $3, $4, $5)",
        id.uuid(),
        event.uuid(),
        sealed,
        now
    )?;
    Ok(())
}

/// Gives a guest a tag; false when the guest has it.
pub(super) async fn put(tx: &mut TenantTx, guest: GuestId, tag: TagId) -> Result<bool, Failure> {
    let added = execute!(
        tx,
        "INSERT INTO guest_tags (tenant_id, guest_id, tag_id) SELECT tenant_id, id, $3 FROM guests \
         WHERE tenant_id = $1 AND id = $2 ON CONFLICT (tenant_id, guest_id, tag_id) DO NOTHING",
        guest.uuid(),
        tag.uuid()
    )?;
    Ok(added == 1)
}

/// Takes a tag from a guest; false when the guest does not have it.
pub(super) async fn take(tx: &mut TenantTx, guest: GuestId, tag: TagId) -> Result<bool, Failure> {
    let removed = execute!(
        tx,
        "DELETE FROM guest_tags WHERE tenant_id = $1 AND guest_id = $2 AND tag_id = $3",
        guest.uuid(),
        tag.uuid()
    )?;
    Ok(removed == 1)
}

/// Takes every tag from a guest who goes.
pub(crate) async fn remove_of_guest(tx: &mut TenantTx, guest: GuestId) -> Result<(), Failure> {
    execute!(
        tx,
        "DELETE FROM guest_tags WHERE tenant_id = $1 AND guest_id = $2",
        guest.uuid()
    )?;
    Ok(())
}

/// Has a tag stay for a while, also when nobody has it; false when it is gone.
pub(super) async fn keep(tx: &mut TenantTx, tag: TagId) -> Result<bool, Failure> {
    let now = tx.now().0;
    let kept = execute!(
        tx,
        "UPDATE tags SET kept_at = $3 WHERE tenant_id = $1 AND id = $2",
        tag.uuid(),
        now
    )?;
    Ok(kept == 1)
}

/// Events with tags that nobody has and that were there before.
pub(super) async fn events_with_unused(
    tx: &mut TenantTx,
    before: Instant,
) -> Result<Vec<EventId>, Failure> {
    let ids: Vec<Uuid> = values!(
        tx,
        "SELECT DISTINCT event_id FROM tags WHERE tenant_id = $1 AND kept_at <= $2 AND NOT EXISTS \
         (SELECT 1 FROM guest_tags g WHERE g.tenant_id = $1 AND g.tag_id = tags.id)",
        before.0
    )?;
    Ok(ids.into_iter().map(EventId::from_uuid).collect())
}

/// Removes the tags of an event that nobody has and that were there before; false when there were none.
pub(super) async fn remove_unused(
    tx: &mut TenantTx,
    event: EventId,
    before: Instant,
) -> Result<bool, Failure> {
    let removed = execute!(
        tx,
        "DELETE FROM tags WHERE tenant_id = $1 AND event_id = $2 AND kept_at <= $3 AND NOT EXISTS \
         (SELECT 1 FROM guest_tags g WHERE g.tenant_id = $1 AND g.tag_id = tags.id)",
        event.uuid(),
        before.0
    )?;
    Ok(removed > 0)
}
