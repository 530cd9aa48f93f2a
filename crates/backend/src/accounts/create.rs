//! Creating accounts.

use domain::{
    access::{Role, act},
    fields::{FieldError, Problem},
    ids::{TenantId, UserId},
    people::EmailAddress,
};
use vault::{PersonKey, Place};

use super::{UserProfile, index_of, password, password_change, sql};
use crate::{
    Failure,
    access::Permit,
    desk::{Change, Desk, FieldChange, TenantTx},
    keys,
};

/// An account to be made.
pub struct NewUser {
    /// Name, as the log shows it.
    pub name: String,
    /// Address to sign in with.
    pub email: String,
    /// Password.
    pub password: String,
    /// Where the account works.
    pub organiser: TenantId,
    /// As what.
    pub role: Role,
}

/// Why an account is not made.
#[derive(Debug, thiserror::Error)]
pub enum CreateUserError {
    /// A field is wrong.
    #[error("a field is wrong")]
    Invalid(Vec<FieldError>),
    /// There is an account with this address.
    #[error("there is an account with this address already")]
    Taken,
    /// Something else failed.
    #[error(transparent)]
    Failure(#[from] Failure),
}

/// Creates an account with one grant.
pub async fn create(
    desk: &Desk,
    permit: &Permit<act::ManageUsers>,
    new: NewUser,
) -> Result<UserId, CreateUserError> {
    let email: Result<EmailAddress, _> = new.email.parse();
    let mut errors = Vec::new();
    if email.is_err() {
        errors.push(FieldError::new("email", Problem::NotAnAddress));
    }
    let about = [new.name.as_str(), &new.email];
    password_change::check("password", &new.password, &about, &mut errors);
    let (Ok(email), true) = (email, errors.is_empty()) else {
        return Err(CreateUserError::Invalid(errors));
    };
    let password_hash = password::hash(new.password).await;
    let mut tx = desk.open(permit).await?;
    let profile = UserProfile {
        name: domain::fields::clean(&new.name),
        email: email.as_str().to_owned(),
    };
    let added = add_account(&mut tx, &profile, &password_hash).await?;
    let (id, key) = added.ok_or(CreateUserError::Taken)?;
    sql::set_grant(&mut tx, id, new.organiser, (new.role, None), None).await?;
    let mut fields = profile_fields(profile);
    fields.push(FieldChange::new("role", "", new.role.code()));
    tx.commit(Change::new("user.created", id, id.uuid(), &key).with(fields))
        .await?;
    Ok(id)
}

/// Adds an account and its key; none when the address is taken.
pub(super) async fn add_account(
    tx: &mut TenantTx,
    profile: &UserProfile,
    password_hash: &str,
) -> Result<Option<(UserId, PersonKey)>, Failure> {
    let id = UserId::from_uuid(tx.make_uuid());
    let key = keys::make(tx, id.uuid()).await?;
    let sealed = key
        .seal(Place::row("users", id.bytes()), profile)
        .into_bytes();
    let index = index_of(tx, &profile.email);
    let added = sql::add_user(tx, id, &index, password_hash, sealed).await?;
    Ok(added.then_some((id, key)))
}

/// What the log tells of a new account.
pub(super) fn profile_fields(profile: UserProfile) -> Vec<FieldChange> {
    vec![
        FieldChange::new("name", "", profile.name),
        FieldChange::new("email", "", profile.email),
    ]
}
