//! Roles at single events.

use domain::{
    Instant,
    access::{Role, act},
    fields::{FieldError, Problem},
    ids::{EventId, UserId},
};
use vault::PersonKey;

use super::{
    change::{ChangeError, before, keep_within_own, stamp},
    event_grants,
};
use crate::{
    Failure,
    access::{Permit, Who},
    desk::{Change, Desk, FieldChange, Noted, TenantTx},
    events, keys,
};

/// Gives somebody in the team a role at an event, or another one or another last day; effective with their next request.
/// [`Failure::NotFound`] for an event of another tenant as for none, and for oneself.
pub async fn assign(
    desk: &Desk,
    permit: &Permit<act::ManageTeam>,
    user: UserId,
    event: EventId,
    (role, until): (Role, Option<Instant>),
) -> Result<(), ChangeError> {
    let Who::User(tenant, giver, _) = permit.who() else {
        return Err(Failure::NotFound.into());
    };
    // What somebody gave themselves would stay when somebody else gives them less.
    if user == giver {
        return Err(Failure::NotFound.into());
    }
    let mut tx = desk.open(permit).await?;
    before(&mut tx, permit, user).await?;
    let (planned, _) = events::sql::load(&mut tx, event).await?;
    let mut errors = Vec::new();
    if !Role::AT_EVENT.contains(&role) {
        errors.push(FieldError::new("role", Problem::NotAtOneEvent));
    }
    if until.is_some_and(|until| until <= tx.now()) {
        errors.push(FieldError::new("until", Problem::InThePast));
    }
    if !errors.is_empty() {
        return Err(ChangeError::Invalid(errors));
    }
    keep_within_own(&mut tx, giver, until).await?;
    let there = event_grants::of(&mut tx, user, event).await?;
    let there = there.filter(|grant| grant.lasts(tx.now()));
    let before = match &there {
        Some(grant) => Some((grant.role()?, grant.valid_until.map(Instant))),
        None => None,
    };
    if before == Some((role, until)) {
        return Ok(());
    }
    event_grants::set(&mut tx, (user, event), (role, until), giver).await?;
    let (role_before, until_before) =
        before.map_or(("", None), |(role, until)| (role.code(), until));
    let mut fields = vec![
        FieldChange::new("event", "", planned.text.title),
        FieldChange::new("role", role_before, role.code()),
    ];
    if until_before != until {
        fields.push(FieldChange::new("until", stamp(until_before), stamp(until)));
    }
    let key = keys::own(&mut tx).await?;
    let change = Change::new("team.assigned", user, tenant.uuid(), &key).of_event(event);
    Ok(tx.commit(change.with(fields)).await?)
}

/// Ends somebody's role at an event; effective with their next request. [`Failure::NotFound`] when there is none.
pub async fn unassign(
    desk: &Desk,
    permit: &Permit<act::ManageTeam>,
    user: UserId,
    event: EventId,
) -> Result<(), ChangeError> {
    let mut tx = desk.open(permit).await?;
    before(&mut tx, permit, user).await?;
    let key = keys::own(&mut tx).await?;
    let noted = unassign_within(&mut tx, user, event, &key).await?;
    Ok(tx.commit_noted(noted).await?)
}

/// Ends it in a transaction that goes on.
pub(super) async fn unassign_within(
    tx: &mut TenantTx,
    user: UserId,
    event: EventId,
    key: &PersonKey,
) -> Result<Noted, Failure> {
    let grant = event_grants::of(tx, user, event).await?;
    let role = grant.ok_or(Failure::NotFound)?.role()?;
    event_grants::end(tx, user, event).await?;
    let (planned, _) = events::sql::load(tx, event).await?;
    let fields = vec![
        FieldChange::new("event", planned.text.title, ""),
        FieldChange::new("role", role.code(), ""),
    ];
    let tenant = tx.tenant().uuid();
    let change = Change::new("team.unassigned", user, tenant, key).of_event(event);
    tx.note(change.with(fields)).await
}
