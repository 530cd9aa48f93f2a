//! Accepting an invitation to a team.

use domain::{
    Instant,
    access::{Role, Seat, act},
    fields::FieldError,
    ids::{EventId, TeamInvitationId, TenantId, UserId},
};

use super::{
    event_grants,
    invite::{end_invitation, given},
    list::invitee,
    sql,
    token::JoinToken,
};
use crate::{
    Failure,
    access::{Denied, Origin, Permit, Who, as_system, authorise},
    accounts::{self, Invitation, PasswordError, SignInError, SignedIn},
    desk::{Change, Desk},
    events, keys, tenants,
};

/// An invitation, as the invited sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Joining {
    /// Name.
    pub name: String,
    /// The address to which the invitation is bound.
    pub email: String,
    /// The organiser's name.
    pub organiser: String,
    /// As what.
    pub role: Role,
    /// At which event only, by its title; empty for all of them.
    pub event: String,
    /// Whether there is an account with the address already: its password is asked for, instead of a new one.
    pub has_account: bool,
}

/// Why somebody does not join.
#[derive(Debug, thiserror::Error)]
pub enum JoinError {
    /// A field is wrong.
    #[error("a field is wrong")]
    Invalid(Vec<FieldError>),
    /// The password of the account is not this one, or was tried too often.
    #[error(transparent)]
    SignIn(#[from] SignInError),
    /// Something else failed; [`Failure::NotFound`] for a link that is used up, expired, withdrawn or none.
    #[error(transparent)]
    Failure(#[from] Failure),
}

impl From<PasswordError> for JoinError {
    fn from(error: PasswordError) -> Self {
        match error {
            PasswordError::Invalid(errors) => Self::Invalid(errors),
            PasswordError::TooMany(ms) => Self::SignIn(SignInError::TooMany(ms)),
            PasswordError::CodesBlocked => Self::SignIn(SignInError::CodesBlocked),
            PasswordError::Failure(failure) => Self::Failure(failure),
        }
    }
}

/// What a link opens; [`Failure::NotFound`] for one that cannot be used.
pub async fn joining(desk: &Desk, origin: &Origin, token: &str) -> Result<Joining, Failure> {
    let found = find(desk, origin, token).await?;
    Ok(Joining {
        has_account: accounts::is_known(desk, &found.email).await?,
        name: found.name,
        email: found.email,
        organiser: found.organiser,
        role: found.role,
        event: found.event.map_or_else(String::new, |(_, title)| title),
    })
}

struct Found {
    tenant: TenantId,
    id: TeamInvitationId,
    name: String,
    email: String,
    organiser: String,
    role: Role,
    event: Option<(EventId, String)>,
    until: Option<Instant>,
    by: Option<UserId>,
}

async fn find(desk: &Desk, origin: &Origin, token: &str) -> Result<Found, Failure> {
    let token = JoinToken::read(desk.settings().environment, token)?;
    let tenant = token.tenant();
    let permit: Permit<act::JoinTeam> =
        authorise(Who::Visitor(tenant), origin).map_err(|Denied| Failure::NotFound)?;
    if !desk.tenants().await?.contains(&tenant) {
        return Err(Failure::NotFound);
    }
    let mut tx = desk.read(&permit).await?;
    let row = sql::invitation_of(&mut tx, &token.hash()).await?;
    let row = row.ok_or(Failure::NotFound)?;
    if row.valid_until.is_some_and(|until| until <= tx.now().0) {
        return Err(Failure::NotFound);
    }
    let invitee = invitee(&mut tx, &row).await?;
    let event = match row.event() {
        Some(event) => Some((event, events::sql::load(&mut tx, event).await?.0.text.title)),
        None => None,
    };
    Ok(Found {
        tenant,
        id: row.id(),
        name: invitee.name,
        email: invitee.email,
        organiser: tenants::profile(&mut tx).await?.name,
        role: accounts::sql::parse_role(&row.role)?,
        event,
        until: row.valid_until.map(Instant),
        by: row.made_by.map(UserId::from_uuid),
    })
}

/// Joins the team with a new account of this name and password, or, where there is an account with the address, with its
/// password. The invitation is used up. Starts a session.
pub async fn join(
    desk: &Desk,
    origin: &Origin,
    token: &str,
    (name, password): (&str, &str),
    device: &str,
) -> Result<SignedIn, JoinError> {
    let found = find(desk, origin, token).await?;
    let proved = if accounts::is_known(desk, &found.email).await? {
        accounts::check_password(desk, origin, &found.email, password).await?
    } else {
        let invitation = Invitation {
            name,
            email: &found.email,
            organiser: &found.organiser,
        };
        accounts::create_invited(desk, origin, &invitation, password).await?
    };
    let user = proved.user;
    // Whoever joins is who does it.
    let in_tenant = found.event.as_ref().map_or(found.role, |_| Role::Assigned);
    let own: Permit<act::ManageOwnAccount> =
        accounts::own_door(found.tenant, user, Seat::Team(in_tenant), origin)?;
    let mut tx = desk.open(&own).await?;
    let now = tx.now();
    let there = sql::grant(&mut tx, user).await?;
    if there.is_some_and(|(_, until)| until.is_none_or(|until| until > now.0)) {
        // Somebody else has given a role meanwhile, which this one must not replace: it may be the last owner's.
        return Err(Failure::NotFound.into());
    }
    let role = (in_tenant, found.until);
    accounts::sql::set_grant(&mut tx, user, found.tenant, role, found.by).await?;
    // What somebody was who comes anew is over.
    event_grants::end_all(&mut tx, user).await?;
    let mut title = "";
    if let Some((event, of_event)) = &found.event {
        let by = found.by.ok_or(Failure::NotFound)?;
        event_grants::set(&mut tx, (user, *event), (found.role, found.until), by).await?;
        title = of_event;
    }
    let key = keys::own(&mut tx).await?;
    let change = Change::new("team.joined", user, found.tenant.uuid(), &key).with(given(
        found.role,
        found.until,
        title,
    ));
    // Of two who use it at once, one finds it; the other leaves no trace.
    let noted = end_invitation(&mut tx, found.id, change).await?;
    tx.commit_noted(noted).await?;
    Ok(accounts::let_in(desk, origin, proved, Some(found.tenant), device).await?)
}

/// Forgets the invitations of a tenant that nobody used in time, with their mails and keys; returns how many.
pub async fn forget_expired(desk: &Desk, tenant: TenantId) -> Result<u32, Failure> {
    let permit: Permit<act::DeleteExpired> = as_system(tenant, "retention")?;
    let mut tx = desk.read(&permit).await?;
    let expired = sql::expired(&mut tx).await?;
    drop(tx);
    let mut forgotten = 0;
    for id in expired {
        let mut tx = desk.open(&permit).await?;
        let key = keys::own(&mut tx).await?;
        let change = Change::new("team.invitation_expired", id, tenant.uuid(), &key);
        match end_invitation(&mut tx, id, change).await {
            Ok(noted) => tx.commit_noted(noted).await?,
            // Another process was quicker.
            Err(Failure::NotFound) => continue,
            Err(failure) => return Err(failure),
        }
        forgotten += 1;
    }
    Ok(forgotten)
}
