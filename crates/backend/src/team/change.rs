//! Changing and ending roles.

use domain::{
    Instant,
    access::{Role, act, may_give},
    fields::{FieldError, Problem},
    ids::UserId,
};

use vault::PersonKey;

use super::{event_grants, invite::end_invitation, sql};
use crate::{
    Failure,
    access::{Permit, Who},
    accounts,
    desk::{Change, Desk, FieldChange, Noted, TenantTx},
    keys,
};

/// Why a role stays as it is.
#[derive(Debug, thiserror::Error)]
pub enum ChangeError {
    /// A field is wrong.
    #[error("a field is wrong")]
    Invalid(Vec<FieldError>),
    /// The tenant would be without an owner.
    #[error("the last owner stays")]
    LastOwner,
    /// Something else failed; [`Failure::NotFound`] for somebody who is not in the team, and for a role that may not be
    /// given or taken.
    #[error(transparent)]
    Failure(#[from] Failure),
}

/// Gives somebody in the team another role or another last day; effective with their next request.
pub async fn change_role(
    desk: &Desk,
    permit: &Permit<act::ManageTeam>,
    user: UserId,
    role: Role,
    until: Option<Instant>,
) -> Result<(), ChangeError> {
    let mut tx = desk.open(permit).await?;
    let (before, until_before) = before(&mut tx, permit, user).await?;
    let Who::User(tenant, giver, own_role) = permit.who() else {
        return Err(Failure::NotFound.into());
    };
    if !may_give(own_role, role) {
        return Err(Failure::NotFound.into());
    }
    if until.is_some_and(|until| until <= tx.now()) {
        let error = FieldError::new("until", Problem::InThePast);
        return Err(ChangeError::Invalid(vec![error]));
    }
    keep_within_own(&mut tx, giver, until).await?;
    if (before, until_before) == (role, until) {
        return Ok(());
    }
    if role != Role::Owner || until.is_some() {
        keep_an_owner(&mut tx, user).await?;
    }
    accounts::sql::set_grant(&mut tx, user, tenant, (role, until), Some(giver)).await?;
    let key = keys::own(&mut tx).await?;
    let change = Change::new("team.role_changed", user, tenant.uuid(), &key).with(vec![
        FieldChange::new("role", before.code(), role.code()),
        FieldChange::new("until", stamp(until_before), stamp(until)),
    ]);
    Ok(tx.commit(change).await?)
}

/// A last day as the log holds it; empty for good.
pub(super) fn stamp(until: Option<Instant>) -> String {
    until.map_or_else(String::new, |until| until.0.to_string())
}

/// Ends somebody's work for the tenant: role, sessions and the invitations that they sent and nobody used yet go in one
/// transaction, effective with the next request.
pub async fn end(
    desk: &Desk,
    permit: &Permit<act::ManageTeam>,
    user: UserId,
) -> Result<(), ChangeError> {
    let mut tx = desk.open(permit).await?;
    let (before, _) = before(&mut tx, permit, user).await?;
    keep_an_owner(&mut tx, user).await?;
    let key = keys::own(&mut tx).await?;
    let noted = end_within(&mut tx, user, before, &key).await?;
    Ok(tx.commit_noted(noted).await?)
}

/// Ends it in a transaction that goes on.
pub(super) async fn end_within(
    tx: &mut TenantTx,
    user: UserId,
    before: Role,
    key: &PersonKey,
) -> Result<Noted, Failure> {
    event_grants::end_all(tx, user).await?;
    sql::end_grant(tx, user).await?;
    accounts::sql::end_sessions_in(tx, user).await?;
    accounts::sql::untie(tx, user).await?;
    let tenant = tx.tenant().uuid();
    for invitation in sql::invitations_by(tx, user).await? {
        let withdrawn = Change::new("team.invitation_withdrawn", invitation, tenant, key);
        let _noted = end_invitation(tx, invitation, withdrawn).await?;
    }
    let role = FieldChange::new("role", before.code(), "");
    tx.note(Change::new("team.ended", user, tenant, key).with(vec![role]))
        .await
}

/// The role and last day that somebody has, if who asks may take the role away.
pub(super) async fn before(
    tx: &mut TenantTx,
    permit: &Permit<act::ManageTeam>,
    user: UserId,
) -> Result<(Role, Option<Instant>), Failure> {
    let (role, until) = sql::grant(tx, user).await?.ok_or(Failure::NotFound)?;
    let role = accounts::sql::parse_role(&role)?;
    // Whose day has passed is not in the team any more and is invited anew.
    if until.is_some_and(|until| until <= tx.now().0) {
        return Err(Failure::NotFound);
    }
    match permit.who() {
        Who::User(_, _, own) if may_give(own, role) => Ok((role, until.map(Instant))),
        _ => Err(Failure::NotFound),
    }
}

/// Refuses to give a role for longer than who gives it has one: nobody stays by their own doing, or brings somebody who
/// does.
pub(super) async fn keep_within_own(
    tx: &mut TenantTx,
    giver: UserId,
    until: Option<Instant>,
) -> Result<(), Failure> {
    let (_, own) = sql::grant(tx, giver).await?.ok_or(Failure::NotFound)?;
    match own {
        Some(own) if until.is_none_or(|until| until.0 > own) => Err(Failure::NotFound),
        _ => Ok(()),
    }
}

/// Refuses when the tenant would be without an owner who stays.
async fn keep_an_owner(tx: &mut TenantTx, user: UserId) -> Result<(), ChangeError> {
    let owners = sql::lasting_owners(tx).await?;
    if owners == [user] {
        Err(ChangeError::LastOwner)
    } else {
        Ok(())
    }
}
