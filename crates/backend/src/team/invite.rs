//! Inviting somebody to the team.

use domain::{
    Instant, Locale,
    access::{Role, act, may_give},
    fields::{FieldError, Problem, required_text},
    ids::{EventId, TeamInvitationId},
    mailings::LetterKind,
    people::EmailAddress,
};
use vault::PersonKey;
use words::{Words, show};

use super::{
    Invitee, VALID_MS, change::keep_within_own, list::open_invitations, place, sql,
    token::JoinToken,
};
use crate::{
    Failure,
    access::{Permit, Who},
    accounts,
    desk::{Change, Desk, FieldChange, Noted, TenantTx},
    events, keys,
    mails::{self, Mail, NewMail},
    tenants,
};

/// The longest name, in characters.
const NAME_LENGTH_MAX: usize = 100;

/// Whom to invite.
#[derive(Debug, Clone)]
pub struct NewMember {
    /// Name.
    pub name: String,
    /// Address.
    pub email: String,
    /// As what.
    pub role: Role,
    /// At which event only; nothing for all of them.
    pub event: Option<EventId>,
    /// Until when, if not for good.
    pub until: Option<Instant>,
}

/// Why nobody is invited.
#[derive(Debug, thiserror::Error)]
pub enum InviteError {
    /// A field is wrong.
    #[error("a field is wrong")]
    Invalid(Vec<FieldError>),
    /// Somebody with this address is in the team, or invited.
    #[error("in the team already")]
    AlreadyThere,
    /// Something else failed; [`Failure::NotFound`] for a role that the inviter may not give.
    #[error(transparent)]
    Failure(#[from] Failure),
}

/// Invites somebody by mail, in the language of who invites. The link works once, for seven days, and for this address.
pub async fn invite(
    desk: &Desk,
    permit: &Permit<act::ManageTeam>,
    locale: Locale,
    new: &NewMember,
) -> Result<(), InviteError> {
    let Who::User(tenant, giver, own_role) = permit.who() else {
        return Err(Failure::NotFound.into());
    };
    if !may_give(own_role, new.role) {
        return Err(Failure::NotFound.into());
    }
    let (name, email) = check(new, desk.now()).map_err(InviteError::Invalid)?;
    if accounts::has_grant(desk, &email, tenant).await? {
        return Err(InviteError::AlreadyThere);
    }
    let mut tx = desk.open(permit).await?;
    keep_within_own(&mut tx, giver, new.until).await?;
    if is_invited(&mut tx, &email).await? {
        return Err(InviteError::AlreadyThere);
    }
    let title = match new.event {
        Some(event) => events::sql::load(&mut tx, event).await?.0.text.title,
        None => String::new(),
    };
    let id = TeamInvitationId::from_uuid(tx.make_uuid());
    let key = keys::make(&mut tx, id.uuid()).await?;
    let invitee = Invitee {
        name,
        email: email.as_str().to_owned(),
    };
    let token = JoinToken::make(desk.settings().environment, tenant);
    let expires_at = tx.now().plus_ms(VALID_MS);
    let new = sql::NewInvitation {
        id,
        token_hash: &token.hash(),
        sealed: key.seal(place(id), &invitee).into_bytes(),
        role: new.role,
        event: new.event,
        valid_until: new.until,
        made_by: Some(giver),
        expires_at,
    };
    let (role, until) = (new.role, new.valid_until);
    sql::add_invitation(&mut tx, new).await?;
    let link = format!("{}/app/join/{}", desk.settings().base_url, token.expose());
    let organiser = tenants::profile(&mut tx).await?.name;
    let mail = write(
        locale,
        &invitee,
        &organiser,
        (role, &title),
        &link,
        expires_at,
    );
    queue(&mut tx, id, &key, mail).await?;
    let mut fields = vec![
        FieldChange::new("name", "", invitee.name),
        FieldChange::new("email", "", invitee.email),
    ];
    fields.extend(given(role, until, &title));
    tx.commit(Change::new("team.invited", id, id.uuid(), &key).with(fields))
        .await?;
    desk.mail_bell.notify_one();
    Ok(())
}

/// Name and address as they are kept, or all that is wrong.
fn check(new: &NewMember, now: Instant) -> Result<(String, EmailAddress), Vec<FieldError>> {
    let mut errors = Vec::new();
    let name = required_text("name", &new.name, NAME_LENGTH_MAX, &mut errors);
    let email = new.email.parse::<EmailAddress>();
    if email.is_err() {
        errors.push(FieldError::new("email", Problem::NotAnAddress));
    }
    if new.until.is_some_and(|until| until <= now) {
        errors.push(FieldError::new("until", Problem::InThePast));
    }
    let fits = match new.event {
        Some(_) => Role::AT_EVENT.contains(&new.role),
        // Who works at single events is invited to one.
        None => new.role != Role::Assigned,
    };
    if !fits {
        errors.push(FieldError::new("role", Problem::NotAtOneEvent));
    }
    match email {
        Ok(email) if errors.is_empty() => Ok((name, email)),
        _ => Err(errors),
    }
}

/// What the log tells of a role that is given.
pub(super) fn given(role: Role, until: Option<Instant>, event: &str) -> Vec<FieldChange> {
    let role = FieldChange::new("role", "", role.code());
    let event = (!event.is_empty()).then(|| FieldChange::new("event", "", event));
    let until = until.map(|until| FieldChange::new("until", "", until.0.to_string()));
    std::iter::once(role).chain(event).chain(until).collect()
}

async fn queue(
    tx: &mut TenantTx,
    id: TeamInvitationId,
    key: &PersonKey,
    mail: Mail,
) -> Result<bool, Failure> {
    let new = NewMail {
        subject: id.uuid(),
        key,
        event: None,
        guest: None,
        kind: LetterKind::TeamInvitation,
        dedupe_key: format!("team-invitation:{id}"),
        mail,
    };
    mails::queue(tx, new).await
}

async fn is_invited(tx: &mut TenantTx, email: &EmailAddress) -> Result<bool, Failure> {
    for (_, other) in open_invitations(tx).await? {
        let other = other.email.parse::<EmailAddress>();
        if other.is_ok_and(|other| other.normalised() == email.normalised()) {
            return Ok(true);
        }
    }
    Ok(false)
}

fn write(
    locale: Locale,
    invitee: &Invitee,
    organiser: &str,
    (role, event): (Role, &str),
    link: &str,
    expires_at: Instant,
) -> Mail {
    let words = Words(locale);
    let mut role = words.get(&format!("role-{}", role.code()));
    if !event.is_empty() {
        let at = [("role", role.into()), ("event", event.into())];
        role = words.with("role-at-event", at);
    }
    let text = words.with(
        "team-mail-text",
        [
            ("name", (&invitee.name).into()),
            ("organiser", organiser.into()),
            ("role", role.into()),
            ("link", link.into()),
            ("day", show(locale, expires_at, "Europe/Vienna").date.into()),
        ],
    );
    let subject = words.with("team-mail-subject", [("organiser", organiser.into())]);
    let button = words.get("join-do");
    let to = (invitee.name.as_str(), invitee.email.as_str());
    mails::with_link(locale, to, &subject, &text, (link, &button))
}

/// Takes an invitation back: its link, its mail and its key go. [`Failure::NotFound`] when it is gone, or for a role that
/// may not be taken.
pub async fn withdraw(
    desk: &Desk,
    permit: &Permit<act::ManageTeam>,
    invitation: TeamInvitationId,
) -> Result<(), Failure> {
    let mut tx = desk.open(permit).await?;
    let role = sql::role_of_invitation(&mut tx, invitation).await?;
    let role = accounts::sql::parse_role(&role.ok_or(Failure::NotFound)?)?;
    if !matches!(permit.who(), Who::User(_, _, own) if may_give(own, role)) {
        return Err(Failure::NotFound);
    }
    let (key, tenant) = (keys::own(&mut tx).await?, tx.tenant().uuid());
    let change = Change::new("team.invitation_withdrawn", invitation, tenant, &key);
    let noted = end_invitation(&mut tx, invitation, change).await?;
    tx.commit_noted(noted).await
}

/// Ends an invitation, whatever the change: row, mail and key go. [`Failure::NotFound`] when it is gone.
pub(super) async fn end_invitation(
    tx: &mut TenantTx,
    invitation: TeamInvitationId,
    change: Change<'_>,
) -> Result<Noted, Failure> {
    if !sql::remove_invitation(tx, invitation).await? {
        return Err(Failure::NotFound);
    }
    let noted = tx.note(change).await?;
    mails::sql::remove_of_subject(tx, invitation.uuid()).await?;
    keys::destroy(tx, invitation.uuid(), Some(noted.entry())).await?;
    Ok(noted)
}
