//! SQL of the access of support, within its tenant and at the front door.

use domain::{
    Instant,
    access::Extent,
    ids::{SupportGrantId, TenantId, UserId},
};
use uuid::Uuid;

use crate::{
    Failure,
    desk::TenantTx,
    store::{execute, on_engine, rows, value},
};

#[derive(sqlx::FromRow)]
pub(crate) struct GrantRow {
    tenant_id: Uuid,
    id: Uuid,
    user_id: Uuid,
    extent: String,
    pub(super) sealed: Vec<u8>,
    pub(super) granted_by: Uuid,
    pub(super) granted_at: i64,
    pub(super) valid_until: i64,
    pub(super) ended_at: Option<i64>,
}

impl GrantRow {
    pub(crate) const fn tenant(&self) -> TenantId {
        TenantId::from_uuid(self.tenant_id)
    }

    pub(super) const fn id(&self) -> SupportGrantId {
        SupportGrantId::from_uuid(self.id)
    }

    pub(super) const fn user(&self) -> UserId {
        UserId::from_uuid(self.user_id)
    }

    pub(crate) fn extent(&self) -> Result<Extent, Failure> {
        let extent = self.extent.parse();
        extent.map_err(|_| Failure::Damaged("support_grants.extent"))
    }
}

/// Where somebody of support is let in, the newest first; asked at the front door.
pub(crate) async fn granted_to(tx: &mut TenantTx, user: UserId) -> Result<Vec<GrantRow>, Failure> {
    let now = tx.now().0;
    Ok(on_engine!(&mut tx.connection, |c| {
        sqlx::query_as(
            "SELECT tenant_id, id, user_id, extent, sealed, granted_by, granted_at, valid_until, ended_at \
             FROM support_grants WHERE user_id = $1 AND ended_at IS NULL AND valid_until > $2 \
             ORDER BY granted_at DESC, id DESC LIMIT 100",
        )
        .bind(user.uuid())
        .bind(now)
        .fetch_all(c)
        .await
    })?)
}

/// Who is let in at the moment.
pub(super) async fn active(tx: &mut TenantTx) -> Result<Vec<GrantRow>, Failure> {
    let now = tx.now().0;
    Ok(rows!(
        tx,
        "SELECT tenant_id, id, user_id, extent, sealed, granted_by, granted_at, valid_until, ended_at \
         FROM support_grants WHERE tenant_id = $1 AND ended_at IS NULL AND valid_until > $2 \
         ORDER BY granted_at, id LIMIT 100",
        now
    )?)
}

/// Every grant, the newest first.
pub(super) async fn all(tx: &mut TenantTx) -> Result<Vec<GrantRow>, Failure> {
    Ok(rows!(
        tx,
        "SELECT tenant_id, id, user_id, extent, sealed, granted_by, granted_at, valid_until, ended_at \
         FROM support_grants WHERE tenant_id = $1 ORDER BY granted_at DESC, id DESC LIMIT 50"
    )?)
}

pub(super) async fn add(
    tx: &mut TenantTx,
    id: SupportGrantId,
    (user, by): (UserId, UserId),
    extent: Extent,
    until: Instant,
    sealed: Vec<u8>,
) -> Result<(), Failure> {
    let now = tx.now().0;
    execute!(
        tx,
        "INSERT INTO support_grants (tenant_id, id, user_id, extent, sealed, granted_by, granted_at, valid_until) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        id.uuid(),
        user.uuid(),
        extent.code(),
        sealed,
        by.uuid(),
        now,
        until.0
    )?;
    Ok(())
}

pub(super) async fn user_of(
    tx: &mut TenantTx,
    id: SupportGrantId,
) -> Result<Option<UserId>, Failure> {
    let user: Option<Uuid> = value!(
        tx,
        "SELECT user_id FROM support_grants WHERE tenant_id = $1 AND id = $2",
        id.uuid()
    )?;
    Ok(user.map(UserId::from_uuid))
}

/// Ends a grant; false when it is over.
pub(super) async fn end(tx: &mut TenantTx, id: SupportGrantId) -> Result<bool, Failure> {
    let now = tx.now().0;
    let ended = execute!(
        tx,
        "UPDATE support_grants SET ended_at = $3 \
         WHERE tenant_id = $1 AND id = $2 AND ended_at IS NULL AND valid_until > $3",
        id.uuid(),
        now
    )?;
    Ok(ended == 1)
}

/// Ends what somebody was granted before.
pub(super) async fn end_of_user(tx: &mut TenantTx, user: UserId) -> Result<(), Failure> {
    let now = tx.now().0;
    execute!(
        tx,
        "UPDATE support_grants SET ended_at = $3 \
         WHERE tenant_id = $1 AND user_id = $2 AND ended_at IS NULL AND valid_until > $3",
        user.uuid(),
        now
    )?;
    Ok(())
}

/// How often somebody looked at and changed something within a time, without coming and going.
pub(super) async fn deeds(
    tx: &mut TenantTx,
    user: UserId,
    (from, until): (i64, i64),
) -> Result<(i64, i64), Failure> {
    let looks: Option<i64> = value!(
        tx,
        "SELECT count(*) FROM entries WHERE tenant_id = $1 AND actor_kind = 'support' AND actor = $2 \
         AND at >= $3 AND at <= $4 AND action LIKE 'access.%'",
        user.to_string(),
        from,
        until
    )?;
    let changes: Option<i64> = value!(
        tx,
        "SELECT count(*) FROM entries WHERE tenant_id = $1 AND actor_kind = 'support' AND actor = $2 \
         AND at >= $3 AND at <= $4 AND action NOT LIKE 'access.%' AND action NOT LIKE 'user.%'",
        user.to_string(),
        from,
        until
    )?;
    Ok((looks.unwrap_or_default(), changes.unwrap_or_default()))
}
