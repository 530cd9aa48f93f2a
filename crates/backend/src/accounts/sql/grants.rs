//! SQL of grants.

use domain::{
    Instant,
    access::Role,
    ids::{EventId, TenantId, UserId},
};
use uuid::Uuid;

use crate::{
    Failure,
    desk::TenantTx,
    store::{on_engine, rows, value, values},
};

/// Gives a role in a tenant, within it or at the front door. Who has one is in the team since the same day as before; who
/// had one comes anew.
pub(crate) async fn set_grant(
    tx: &mut TenantTx,
    user: UserId,
    organiser: TenantId,
    (role, valid_until): (Role, Option<Instant>),
    by: Option<UserId>,
) -> Result<(), Failure> {
    let now = tx.now().0;
    on_engine!(&mut tx.connection, |c| {
        sqlx::query(
            "INSERT INTO grants (tenant_id, user_id, role, granted_at, granted_by, valid_until) \
             VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (tenant_id, user_id) DO UPDATE SET role = $3, valid_until = $6, \
             granted_at = CASE WHEN grants.ended_at IS NULL THEN grants.granted_at ELSE $4 END, \
             granted_by = CASE WHEN grants.ended_at IS NULL THEN grants.granted_by ELSE $5 END, ended_at = NULL",
        )
        .bind(organiser.uuid())
        .bind(user.uuid())
        .bind(role.code())
        .bind(now)
        .bind(by.map(UserId::uuid))
        .bind(valid_until.map(|at| at.0))
        .execute(c)
        .await
        .map(drop)
    })?;
    Ok(())
}

/// The role of an account in a tenant, while both last; asked at the front door.
pub(crate) async fn role_of(
    tx: &mut TenantTx,
    user: UserId,
    organiser: TenantId,
) -> Result<Option<Role>, Failure> {
    let now = tx.now().0;
    let role: Option<String> = value!(
        tx,
        "SELECT g.role FROM grants g JOIN users u ON u.id = g.user_id \
         WHERE u.tenant_id = $1 AND g.user_id = $2 AND g.tenant_id = $3 AND g.ended_at IS NULL \
         AND (g.valid_until IS NULL OR g.valid_until > $4) AND u.disabled_at IS NULL",
        user.uuid(),
        organiser.uuid(),
        now
    )?;
    role.map(|role| parse_role(&role)).transpose()
}

pub(crate) fn parse_role(role: &str) -> Result<Role, Failure> {
    role.parse().map_err(|_| Failure::Damaged("grants.role"))
}

/// Accounts that have a role in a tenant, while both last; asked at the front door.
pub(crate) async fn with_role(
    tx: &mut TenantTx,
    organiser: TenantId,
    role: Role,
) -> Result<Vec<UserId>, Failure> {
    let now = tx.now().0;
    let ids: Vec<Uuid> = values!(
        tx,
        "SELECT u.id FROM grants g JOIN users u ON u.id = g.user_id \
         WHERE u.tenant_id = $1 AND g.tenant_id = $2 AND g.role = $3 AND g.ended_at IS NULL \
         AND (g.valid_until IS NULL OR g.valid_until > $4) AND u.disabled_at IS NULL ORDER BY u.id LIMIT 100",
        organiser.uuid(),
        role.code(),
        now
    )?;
    Ok(ids.into_iter().map(UserId::from_uuid).collect())
}

/// Accounts that have any role in a tenant, while both last; asked at the front door.
pub(crate) async fn with_any_role(
    tx: &mut TenantTx,
    organiser: TenantId,
) -> Result<Vec<UserId>, Failure> {
    let now = tx.now().0;
    let ids: Vec<Uuid> = values!(
        tx,
        "SELECT u.id FROM grants g JOIN users u ON u.id = g.user_id \
         WHERE u.tenant_id = $1 AND g.tenant_id = $2 AND g.ended_at IS NULL \
         AND (g.valid_until IS NULL OR g.valid_until > $3) AND u.disabled_at IS NULL ORDER BY u.id LIMIT 1000",
        organiser.uuid(),
        now
    )?;
    Ok(ids.into_iter().map(UserId::from_uuid).collect())
}

/// The tenants for which an account works, and as what, the one joined first in front; asked at the front door.
pub(crate) async fn grants_of(
    tx: &mut TenantTx,
    user: UserId,
) -> Result<Vec<(TenantId, Role)>, Failure> {
    let now = tx.now().0;
    let found: Vec<(Uuid, String)> = rows!(
        tx,
        "SELECT g.tenant_id, g.role FROM grants g JOIN users u ON u.id = g.user_id \
         WHERE u.tenant_id = $1 AND g.user_id = $2 AND g.ended_at IS NULL \
         AND (g.valid_until IS NULL OR g.valid_until > $3) ORDER BY g.granted_at, g.tenant_id LIMIT 100",
        user.uuid(),
        now
    )?;
    let grants = found.into_iter();
    grants
        .map(|(tenant, role)| Ok((TenantId::from_uuid(tenant), parse_role(&role)?)))
        .collect()
}

/// What somebody is at single events now, within the tenant.
pub(crate) async fn roles_at_events(
    tx: &mut TenantTx,
    user: UserId,
) -> Result<Vec<(EventId, Role)>, Failure> {
    let now = tx.now().0;
    let found: Vec<(Uuid, String)> = rows!(
        tx,
        "SELECT event_id, role FROM event_grants WHERE tenant_id = $1 AND user_id = $2 \
         AND (valid_until IS NULL OR valid_until > $3) ORDER BY event_id LIMIT 1000",
        user.uuid(),
        now
    )?;
    let roles = found.into_iter();
    roles
        .map(|(event, role)| Ok((EventId::from_uuid(event), parse_role(&role)?)))
        .collect()
}
