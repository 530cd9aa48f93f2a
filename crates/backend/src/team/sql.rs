//! SQL of teams, within their tenant.

use domain::{
    Instant,
    access::Role,
    ids::{AccessReviewId, EventId, TeamInvitationId, UserId},
};
use uuid::Uuid;

use crate::{
    Failure,
    desk::TenantTx,
    store::{Connection, execute, row, rows, value, values},
};

/// A grant that lasts, or has ended.
#[derive(sqlx::FromRow)]
pub(super) struct GrantRow {
    pub(super) user_id: Uuid,
    pub(super) role: String,
    pub(super) granted_at: i64,
    pub(super) granted_by: Option<Uuid>,
    pub(super) valid_until: Option<i64>,
}

/// An invitation that can be used.
#[derive(sqlx::FromRow)]
pub(super) struct InvitationRow {
    pub(super) id: Uuid,
    pub(super) sealed: Vec<u8>,
    pub(super) role: String,
    pub(super) event_id: Option<Uuid>,
    pub(super) valid_until: Option<i64>,
    pub(super) made_by: Option<Uuid>,
    pub(super) expires_at: i64,
}

impl InvitationRow {
    pub(super) const fn id(&self) -> TeamInvitationId {
        TeamInvitationId::from_uuid(self.id)
    }

    /// The only event that it is for.
    pub(super) fn event(&self) -> Option<EventId> {
        self.event_id.map(EventId::from_uuid)
    }
}

/// Grants that have not ended; some may be past their day.
pub(super) async fn grants(tx: &mut TenantTx) -> Result<Vec<GrantRow>, Failure> {
    Ok(rows!(
        tx,
        "SELECT user_id, role, granted_at, granted_by, valid_until FROM grants \
         WHERE tenant_id = $1 AND ended_at IS NULL ORDER BY granted_at, user_id LIMIT 1000"
    )?)
}

/// The role and the last day of somebody in the team. On `PostgreSQL` nobody changes them before a change commits.
pub(super) async fn grant(
    tx: &mut TenantTx,
    user: UserId,
) -> Result<Option<(String, Option<i64>)>, Failure> {
    macro_rules! grant {
        ($lock:literal) => {
            concat!(
                "SELECT role, valid_until FROM grants WHERE tenant_id = $1 AND user_id = $2 AND ended_at IS NULL",
                $lock
            )
        };
    }
    let sql = match &tx.connection {
        // Whoever writes is alone.
        Connection::Sqlite(_) => grant!(""),
        Connection::Postgres(_) => grant!(" FOR UPDATE"),
    };
    Ok(row!(tx, sql, user.uuid())?)
}

/// Owners whose grants last without an end. On `PostgreSQL` nobody changes them meanwhile.
pub(super) async fn lasting_owners(tx: &mut TenantTx) -> Result<Vec<UserId>, Failure> {
    macro_rules! owners {
        ($lock:literal) => {
            concat!(
                "SELECT user_id FROM grants WHERE tenant_id = $1 AND role = $2 AND ended_at IS NULL ",
                "AND valid_until IS NULL ORDER BY user_id",
                $lock
            )
        };
    }
    let sql = match &tx.connection {
        // Whoever writes is alone.
        Connection::Sqlite(_) => owners!(""),
        Connection::Postgres(_) => owners!(" FOR UPDATE"),
    };
    let ids: Vec<Uuid> = values!(tx, sql, Role::Owner.code())?;
    Ok(ids.into_iter().map(UserId::from_uuid).collect())
}

pub(super) async fn end_grant(tx: &mut TenantTx, user: UserId) -> Result<(), Failure> {
    let now = tx.now().0;
    execute!(
        tx,
        "UPDATE grants SET ended_at = $3 WHERE tenant_id = $1 AND user_id = $2 AND ended_at IS NULL",
        user.uuid(),
        now
    )?;
    Ok(())
}

pub(super) struct NewInvitation<'a> {
    pub(super) id: TeamInvitationId,
    pub(super) token_hash: &'a [u8],
    pub(super) sealed: Vec<u8>,
    pub(super) role: Role,
    pub(super) event: Option<EventId>,
    pub(super) valid_until: Option<Instant>,
    pub(super) made_by: Option<UserId>,
    pub(super) expires_at: Instant,
}

pub(super) async fn add_invitation(
    tx: &mut TenantTx,
    new: NewInvitation<'_>,
) -> Result<(), Failure> {
    let now = tx.now().0;
    execute!(
        tx,
        "INSERT INTO team_invitations (tenant_id, id, token_hash, sealed, role, valid_until, made_by, made_at, \
         expires_at, event_id) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
        new.id.uuid(),
        new.token_hash,
        new.sealed,
        new.role.code(),
        new.valid_until.map(|at| at.0),
        new.made_by.map(UserId::uuid),
        now,
        new.expires_at.0,
        new.event.map(EventId::uuid)
    )?;
    Ok(())
}

pub(super) async fn invitations(tx: &mut TenantTx) -> Result<Vec<InvitationRow>, Failure> {
    let now = tx.now().0;
    Ok(rows!(
        tx,
        "SELECT id, sealed, role, event_id, valid_until, made_by, expires_at FROM team_invitations \
         WHERE tenant_id = $1 AND expires_at > $2 ORDER BY made_at, id LIMIT 1000",
        now
    )?)
}

/// The invitation of a secret, if it can be used now.
pub(super) async fn invitation_of(
    tx: &mut TenantTx,
    token_hash: &[u8],
) -> Result<Option<InvitationRow>, Failure> {
    let now = tx.now().0;
    Ok(row!(
        tx,
        "SELECT id, sealed, role, event_id, valid_until, made_by, expires_at FROM team_invitations \
         WHERE tenant_id = $1 AND token_hash = $2 AND expires_at > $3",
        token_hash,
        now
    )?)
}

/// As what somebody is invited.
pub(super) async fn role_of_invitation(
    tx: &mut TenantTx,
    id: TeamInvitationId,
) -> Result<Option<String>, Failure> {
    Ok(value!(
        tx,
        "SELECT role FROM team_invitations WHERE tenant_id = $1 AND id = $2",
        id.uuid()
    )?)
}

/// Invitations that nobody used in time.
pub(super) async fn expired(tx: &mut TenantTx) -> Result<Vec<TeamInvitationId>, Failure> {
    let now = tx.now().0;
    let ids: Vec<Uuid> = values!(
        tx,
        "SELECT id FROM team_invitations WHERE tenant_id = $1 AND expires_at <= $2 LIMIT 1000",
        now
    )?;
    Ok(ids.into_iter().map(TeamInvitationId::from_uuid).collect())
}

/// Invitations that somebody sent.
pub(super) async fn invitations_by(
    tx: &mut TenantTx,
    user: UserId,
) -> Result<Vec<TeamInvitationId>, Failure> {
    let ids: Vec<Uuid> = values!(
        tx,
        "SELECT id FROM team_invitations WHERE tenant_id = $1 AND made_by = $2 LIMIT 1000",
        user.uuid()
    )?;
    Ok(ids.into_iter().map(TeamInvitationId::from_uuid).collect())
}

/// A review that took place.
#[derive(sqlx::FromRow)]
pub(super) struct ReviewRow {
    pub(super) reviewed_at: i64,
    pub(super) reviewed_by: Uuid,
    pub(super) kept: i64,
    pub(super) ended: i64,
}

/// The last reviews, the newest first.
pub(super) async fn reviews(tx: &mut TenantTx) -> Result<Vec<ReviewRow>, Failure> {
    Ok(rows!(
        tx,
        "SELECT reviewed_at, reviewed_by, kept, ended FROM access_reviews \
         WHERE tenant_id = $1 ORDER BY reviewed_at DESC, id DESC LIMIT 20"
    )?)
}

pub(super) async fn add_review(
    tx: &mut TenantTx,
    id: AccessReviewId,
    by: UserId,
    (kept, ended): (usize, usize),
) -> Result<(), Failure> {
    let now = tx.now().0;
    let count = |number: usize| i64::try_from(number).unwrap_or(i64::MAX);
    execute!(
        tx,
        "INSERT INTO access_reviews (tenant_id, id, reviewed_at, reviewed_by, kept, ended) \
         VALUES ($1, $2, $3, $4, $5, $6)",
        id.uuid(),
        now,
        by.uuid(),
        count(kept),
        count(ended)
    )?;
    Ok(())
}

/// Removes an invitation; false when it is gone.
pub(super) async fn remove_invitation(
    tx: &mut TenantTx,
    id: TeamInvitationId,
) -> Result<bool, Failure> {
    let removed = execute!(
        tx,
        "DELETE FROM team_invitations WHERE tenant_id = $1 AND id = $2",
        id.uuid()
    )?;
    Ok(removed == 1)
}
