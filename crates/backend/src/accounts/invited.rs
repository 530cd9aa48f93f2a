//! Accounts of people who were invited to a team.

use domain::{
    access::Role,
    fields::required_text,
    ids::{TenantId, UserId},
    people::EmailAddress,
};
use vault::Place;

use super::{
    PasswordError, SessionToken, SignInError, UserProfile, attempts, front_door, password,
    password_change,
    sign_in::{Known, check, index_of, start_session},
    sql,
};
use crate::{
    Failure,
    access::Origin,
    desk::{Change, Desk, FieldChange},
    keys,
};

/// Who was invited, and by whom.
pub(crate) struct Invitation<'a> {
    pub(crate) name: &'a str,
    pub(crate) email: &'a str,
    pub(crate) organiser: &'a str,
}

/// Whether there is an account with this address.
pub(crate) async fn is_known(desk: &Desk, email: &str) -> Result<bool, Failure> {
    let permit = front_door(&Origin::default())?;
    let index = index_of(desk, &permit, email).await?;
    let mut tx = desk.read(&permit).await?;
    Ok(sql::account_by_email(&mut tx, &index).await?.is_some())
}

/// Whether there is an account with this address that has a role in the tenant now.
pub(crate) async fn has_grant(
    desk: &Desk,
    email: &EmailAddress,
    tenant: TenantId,
) -> Result<bool, Failure> {
    let mut tx = desk.read(&front_door(&Origin::default())?).await?;
    let index = tx.keys.blind_index("users.email", &email.normalised());
    let Some(account) = sql::account_by_email(&mut tx, index.as_bytes()).await? else {
        return Ok(false);
    };
    let user = UserId::from_uuid(account.id);
    Ok(sql::role_of(&mut tx, user, tenant).await?.is_some())
}

/// The account of an address and its password, whether or not it has a role anywhere.
pub(crate) async fn prove(
    desk: &Desk,
    origin: &Origin,
    email: &str,
    password: &str,
) -> Result<UserId, SignInError> {
    check(desk, &front_door(origin)?, email, password)
        .await?
        .ok_or(SignInError::Refused)
}

/// Creates the account of somebody who was invited. It has no role until the invitation is used up.
pub(crate) async fn create_invited(
    desk: &Desk,
    origin: &Origin,
    invitation: &Invitation<'_>,
    password: &str,
) -> Result<UserId, PasswordError> {
    let mut errors = Vec::new();
    let name = required_text("name", invitation.name, 100, &mut errors);
    let about = [&name, invitation.email, invitation.organiser];
    password_change::check("new-password", password, &about, &mut errors);
    password_change::refuse(errors)?;
    let permit = front_door(origin)?;
    let index = index_of(desk, &permit, invitation.email).await?;
    let hash = password::hash(password.to_owned()).await;
    let mut tx = desk.open(&permit).await?;
    let id = UserId::from_uuid(tx.make_uuid());
    let key = keys::make(&mut tx, id.uuid()).await?;
    let profile = UserProfile {
        name,
        email: invitation.email.to_owned(),
    };
    let place = Place::row("users", id.bytes());
    let sealed = key.seal(place, &profile).into_bytes();
    if !sql::add_user(&mut tx, id, &index, &hash, sealed).await? {
        // Somebody was quicker with the same invitation.
        return Err(Failure::NotFound.into());
    }
    let change = Change::new("user.created", id, id.uuid(), &key).with(vec![
        FieldChange::new("name", "", profile.name),
        FieldChange::new("email", "", profile.email),
    ]);
    tx.commit(change).await?;
    attempts::forgive(desk, &permit, &index).await?;
    Ok(id)
}

/// Starts a session for somebody who has just joined.
pub(crate) async fn start(
    desk: &Desk,
    origin: &Origin,
    (user, tenant, role): (UserId, TenantId, Role),
    device: &str,
) -> Result<SessionToken, Failure> {
    let known = Known { user, tenant, role };
    start_session(desk, origin, &known, device).await
}
