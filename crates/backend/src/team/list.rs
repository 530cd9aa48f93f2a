//! Who is in the team, and who is invited.

use std::collections::{BTreeMap, btree_map::Entry};

use domain::{
    Instant,
    access::{Role, act},
    ids::{EventId, TeamInvitationId, UserId},
};
use uuid::Uuid;
use vault::Sealed;

use super::{
    Invitee,
    event_grants::{self, EventGrantRow},
    place, sql,
};
use crate::{
    Failure,
    access::Permit,
    accounts,
    desk::{Desk, TenantTx},
    events, keys, tenants,
};

/// Somebody who works for the tenant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Member {
    /// Who.
    pub user: UserId,
    /// Name.
    pub name: String,
    /// Address.
    pub email: String,
    /// As what.
    pub role: Role,
    /// Since when.
    pub since: Instant,
    /// By whom; empty for the operator.
    pub by: String,
    /// Until when, if not for good.
    pub until: Option<Instant>,
    /// The last request, if there was one.
    pub used_at: Option<Instant>,
    /// Whether the account has a second factor.
    pub has_factor: bool,
    /// Whether the password is kept as passwords are kept today.
    pub is_hashed_well: bool,
    /// Whether the account is tied to an identity of the team's provider of single sign-on.
    pub is_tied: bool,
    /// What they are at single events besides.
    pub at_events: Vec<Assignment>,
}

/// A role at a single event.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Assignment {
    /// Which event.
    pub event: EventId,
    /// Its title.
    pub title: String,
    /// As what.
    pub role: Role,
    /// Since when.
    pub since: Instant,
    /// By whom; empty when the account is gone.
    pub by: String,
    /// Until when, if not for good.
    pub until: Option<Instant>,
}

/// Somebody who is invited and has not answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Invited {
    /// The invitation.
    pub id: TeamInvitationId,
    /// Name.
    pub name: String,
    /// Address.
    pub email: String,
    /// As what.
    pub role: Role,
    /// At which event only, by its title; empty for all of them.
    pub event: String,
    /// The invitation ends then.
    pub expires_at: Instant,
    /// Who invited.
    pub by: String,
}

/// The team.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Team {
    /// Who works for the tenant, the longest first.
    pub members: Vec<Member>,
    /// Who is invited.
    pub invited: Vec<Invited>,
    /// Whether everybody has to sign in with a second factor.
    pub factor_required: bool,
    /// Whether the operator wants it, so that the team cannot choose.
    pub factor_by_operator: bool,
    /// Roles that nobody has ended although their account is.
    pub left_standing: u32,
}

/// The team of the permit's tenant.
pub async fn list(desk: &Desk, permit: &Permit<act::SeeTeam>) -> Result<Team, Failure> {
    let mut tx = desk.read(permit).await?;
    let now = tx.now();
    let mut grants = sql::grants(&mut tx).await?;
    grants.retain(|grant| grant.valid_until.is_none_or(|until| until > now.0));
    let last_seen = last_seen(&mut tx, &grants).await?;
    let invitations = open_invitations(&mut tx).await?;
    let by_operator = desk.settings().factor_required;
    let factor_required = by_operator || tenants::sql::factor_required(&mut tx).await?;
    let tied = accounts::sql::tied(&mut tx).await?;
    let mut assigned = event_grants::all(&mut tx).await?;
    assigned.retain(|grant| grant.lasts(now));
    let of_grants = assigned.iter().map(EventGrantRow::event);
    let of_invitations = invitations.iter().filter_map(|(row, _)| row.event());
    let titles = titles(&mut tx, of_grants.chain(of_invitations)).await?;
    drop(tx);
    let mut users: Vec<UserId> = assigned.iter().map(EventGrantRow::by).collect();
    let of_grants = grants.iter();
    users.extend(
        of_grants
            .flat_map(|grant| [Some(grant.user_id), grant.granted_by])
            .chain(invitations.iter().map(|(row, _)| row.made_by))
            .flatten()
            .map(UserId::from_uuid),
    );
    let contacts = accounts::contacts(desk, users).await?;
    let name_of = |user: Option<Uuid>| {
        let contact = user.and_then(|user| contacts.get(&UserId::from_uuid(user)));
        contact.map_or_else(String::new, |contact| contact.name.clone())
    };
    let mut team = Team {
        factor_required,
        factor_by_operator: by_operator,
        ..Team::default()
    };
    for (grant, used_at) in grants.into_iter().zip(last_seen) {
        let user = UserId::from_uuid(grant.user_id);
        let until = grant.valid_until.map(Instant);
        let Some(contact) = contacts.get(&user).filter(|contact| contact.lasts) else {
            team.left_standing += 1;
            continue;
        };
        let at_events = assigned.iter().filter(|grant| grant.user() == user);
        let at_events =
            at_events.map(|grant| assignment(grant, &titles, name_of(Some(grant.by().uuid()))));
        team.members.push(Member {
            user,
            name: contact.name.clone(),
            email: contact.email.clone(),
            role: accounts::sql::parse_role(&grant.role)?,
            since: Instant(grant.granted_at),
            by: name_of(grant.granted_by),
            until,
            used_at,
            has_factor: contact.has_factor,
            is_hashed_well: contact.is_hashed_well,
            is_tied: tied.contains(&user),
            at_events: at_events.collect::<Result<_, Failure>>()?,
        });
    }
    for (row, invitee) in invitations {
        let by = name_of(row.made_by);
        team.invited.push(invited(&row, invitee, &titles, by)?);
    }
    Ok(team)
}

fn invited(
    row: &sql::InvitationRow,
    invitee: Invitee,
    titles: &BTreeMap<EventId, String>,
    by: String,
) -> Result<Invited, Failure> {
    let event = row.event().and_then(|event| titles.get(&event).cloned());
    Ok(Invited {
        id: row.id(),
        event: event.unwrap_or_default(),
        name: invitee.name,
        email: invitee.email,
        role: accounts::sql::parse_role(&row.role)?,
        expires_at: Instant(row.expires_at),
        by,
    })
}

/// When each was here last.
async fn last_seen(
    tx: &mut TenantTx,
    grants: &[sql::GrantRow],
) -> Result<Vec<Option<Instant>>, Failure> {
    let mut last_seen = Vec::with_capacity(grants.len());
    for grant in grants {
        last_seen.push(accounts::sql::last_use(tx, UserId::from_uuid(grant.user_id)).await?);
    }
    Ok(last_seen)
}

fn assignment(
    grant: &EventGrantRow,
    titles: &BTreeMap<EventId, String>,
    by: String,
) -> Result<Assignment, Failure> {
    Ok(Assignment {
        event: grant.event(),
        title: titles.get(&grant.event()).cloned().unwrap_or_default(),
        role: grant.role()?,
        since: Instant(grant.granted_at),
        by,
        until: grant.valid_until.map(Instant),
    })
}

/// What events are called.
async fn titles(
    tx: &mut TenantTx,
    ids: impl Iterator<Item = EventId>,
) -> Result<BTreeMap<EventId, String>, Failure> {
    let mut titles = BTreeMap::new();
    for id in ids {
        if let Entry::Vacant(vacant) = titles.entry(id) {
            vacant.insert(events::sql::load(tx, id).await?.0.text.title);
        }
    }
    Ok(titles)
}

/// Invitations that can be used, with whom they are for.
pub(super) async fn open_invitations(
    tx: &mut TenantTx,
) -> Result<Vec<(sql::InvitationRow, Invitee)>, Failure> {
    let mut open = Vec::new();
    for row in sql::invitations(tx).await? {
        match invitee(tx, &row).await {
            Ok(invitee) => open.push((row, invitee)),
            // Its key was destroyed again after an older database had been put in place.
            Err(Failure::NotFound) => {}
            Err(failure) => return Err(failure),
        }
    }
    Ok(open)
}

/// Opens an invitation.
pub(super) async fn invitee(
    tx: &mut TenantTx,
    row: &sql::InvitationRow,
) -> Result<Invitee, Failure> {
    let key = keys::of(tx, row.id).await?;
    Ok(key.open(place(row.id()), &Sealed::from_bytes(row.sealed.clone()))?)
}
