//! Accounts of people who were invited to a team.

use domain::{
    fields::required_text,
    ids::{TenantId, UserId},
    people::EmailAddress,
};

use super::{
    PasswordError, UserProfile,
    create::{add_account, profile_fields},
    front_door, index_of, password, password_change,
    sign_in::Proved,
    sql,
};
use crate::{
    Failure,
    access::Origin,
    desk::{Change, Desk},
};

/// Who was invited, and by whom.
pub(crate) struct Invitation<'a> {
    pub(crate) name: &'a str,
    pub(crate) email: &'a str,
    pub(crate) organiser: &'a str,
}

/// Whether there is an account with this address.
pub(crate) async fn is_known(desk: &Desk, email: &str) -> Result<bool, Failure> {
    let mut tx = desk.read(&front_door(&Origin::default())?).await?;
    let index = index_of(&tx, email);
    Ok(sql::account_by_email(&mut tx, &index).await?.is_some())
}

/// Whether there is an account with this address that has a role in the tenant now.
pub(crate) async fn has_grant(
    desk: &Desk,
    email: &EmailAddress,
    tenant: TenantId,
) -> Result<bool, Failure> {
    let mut tx = desk.read(&front_door(&Origin::default())?).await?;
    let index = index_of(&tx, email.as_str());
    let Some(account) = sql::account_by_email(&mut tx, &index).await? else {
        return Ok(false);
    };
    let user = UserId::from_uuid(account.id);
    Ok(sql::role_of(&mut tx, user, tenant).await?.is_some())
}

/// Creates the account of somebody who was invited. It has no role until the invitation is used up.
pub(crate) async fn create_invited(
    desk: &Desk,
    origin: &Origin,
    invitation: &Invitation<'_>,
    password: &str,
) -> Result<Proved, PasswordError> {
    let mut errors = Vec::new();
    let name = required_text("name", invitation.name, 100, &mut errors);
    let about = [&name, invitation.email, invitation.organiser];
    password_change::check(
        desk.settings(),
        "new-password",
        password,
        &about,
        &mut errors,
    );
    password_change::refuse(errors)?;
    let hash = password::hash(password.to_owned()).await;
    let mut tx = desk.open(&front_door(origin)?).await?;
    let profile = UserProfile {
        name,
        email: invitation.email.to_owned(),
    };
    // Somebody may have been quicker with the same invitation.
    let added = add_account(&mut tx, &profile, &hash).await?;
    let (user, key) = added.ok_or(Failure::NotFound)?;
    let index = index_of(&tx, &profile.email);
    sql::forget_attempts(&mut tx, &index).await?;
    let at = tx.now();
    let change = Change::new("user.created", user, user.uuid(), &key).with(profile_fields(profile));
    tx.commit(change).await?;
    Ok(Proved::by_password(user, at))
}
