//! SQL of what the index for searching holds.

use uuid::Uuid;

use crate::{
    Failure,
    desk::TenantTx,
    store::{Connection, rows, value},
};

/// What is needed of a guest to find it.
#[derive(sqlx::FromRow)]
pub(super) struct NameRow {
    pub(super) id: Uuid,
    pub(super) event_id: Uuid,
    pub(super) person_id: Uuid,
    pub(super) sealed: Vec<u8>,
    pub(super) wrapped: Vec<u8>,
}

/// The number below which every change that this transaction can see is committed, and none will follow.
pub(super) async fn change_horizon(tx: &mut TenantTx) -> Result<i64, Failure> {
    let horizon: Option<i64> = match &tx.connection {
        Connection::Sqlite(_) => value!(
            tx,
            "SELECT coalesce(max(seq), 0) + 1 FROM guest_changes WHERE tenant_id = $1"
        )?,
        Connection::Postgres(_) => value!(
            tx,
            "SELECT pg_snapshot_xmin(pg_current_snapshot())::text::bigint WHERE $1::uuid IS NOT NULL"
        )?,
    };
    horizon.ok_or(Failure::Damaged("guest_changes"))
}

#[derive(sqlx::FromRow)]
struct ChangeRow {
    guest_id: Uuid,
    event_id: Option<Uuid>,
    person_id: Option<Uuid>,
    sealed: Option<Vec<u8>>,
    wrapped: Option<Vec<u8>>,
}

/// Guests that changed since the number, each as it is now; none in place of one who is gone.
pub(super) async fn changed_since(
    tx: &mut TenantTx,
    horizon: i64,
) -> Result<Vec<(Uuid, Option<NameRow>)>, Failure> {
    let rows: Vec<ChangeRow> = rows!(
        tx,
        "SELECT c.guest_id, g.event_id, g.person_id, g.sealed, k.wrapped FROM guest_changes c \
         LEFT JOIN guests g ON g.tenant_id = c.tenant_id AND g.id = c.guest_id \
         LEFT JOIN keys k ON k.tenant_id = g.tenant_id AND k.subject_id = g.person_id \
         WHERE c.tenant_id = $1 AND c.seq >= $2",
        horizon
    )?;
    Ok(rows
        .into_iter()
        .map(|row| (row.guest_id, row.name()))
        .collect())
}

impl ChangeRow {
    fn name(self) -> Option<NameRow> {
        Some(NameRow {
            id: self.guest_id,
            event_id: self.event_id?,
            person_id: self.person_id?,
            sealed: self.sealed?,
            wrapped: self.wrapped?,
        })
    }
}

/// The next guests of the tenant by key.
pub(super) async fn names_after(
    tx: &mut TenantTx,
    after: Uuid,
    limit: i64,
) -> Result<Vec<NameRow>, Failure> {
    Ok(rows!(
        tx,
        "SELECT g.id, g.event_id, g.person_id, g.sealed, k.wrapped FROM guests g \
         JOIN keys k ON k.tenant_id = g.tenant_id AND k.subject_id = g.person_id \
         WHERE g.tenant_id = $1 AND g.id > $2 ORDER BY g.id LIMIT $3",
        after,
        limit
    )?)
}
