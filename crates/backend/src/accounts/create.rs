//! Creating accounts.

use domain::{
    access::{Role, Seat, act},
    fields::{FieldError, Problem},
    ids::{TenantId, UserId},
    people::EmailAddress,
};
use vault::{PersonKey, Place};

use super::{UserProfile, index_of, password, password_change, sql};
use crate::{
    Failure,
    access::{Denied, Permit, Who, authorise},
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

/// Creates an account with one grant, in one transaction: the log of the installation tells of the account, that of the
/// tenant of the grant.
pub async fn create(
    desk: &Desk,
    permit: &Permit<act::ManageUsers>,
    new: NewUser,
) -> Result<UserId, CreateUserError> {
    let (profile, hash) = checked(desk, &new.name, &new.email, new.password).await?;
    // Asked for now: nobody waits for the key provider in the middle of a transaction.
    desk.tenant_keys(new.organiser).await?;
    let mut tx = desk.open(permit).await?;
    let added = add_account(&mut tx, &profile, &hash).await?;
    let (id, key) = added.ok_or(CreateUserError::Taken)?;
    let created = Change::new("user.created", id, id.uuid(), &key);
    let noted = tx.note(created.with(profile_fields(profile))).await?;
    let within: Permit<act::ManageUsers> = authorise(Who::Operator(new.organiser), &permit.origin)
        .map_err(|Denied| Failure::NotFound)?;
    let mut tx = desk.go_on(&within, tx.hand_over(noted)).await?;
    sql::set_grant(&mut tx, id, new.organiser, (new.role, None), None).await?;
    let key = keys::own(&mut tx).await?;
    let role = FieldChange::new("role", "", new.role.code());
    let joined = Change::new("team.joined", id, new.organiser.uuid(), &key);
    tx.commit(joined.with(vec![role])).await?;
    Ok(id)
}

/// Creates an account of the provider's support: it is in no tenant until one lets it in.
pub async fn create_supporter(
    desk: &Desk,
    permit: &Permit<act::ManageUsers>,
    name: &str,
    email: &str,
    password: String,
) -> Result<UserId, CreateUserError> {
    let (profile, hash) = checked(desk, name, email, password).await?;
    let mut tx = desk.open(permit).await?;
    let added = add_account(&mut tx, &profile, &hash).await?;
    let (id, key) = added.ok_or(CreateUserError::Taken)?;
    sql::set_support(&mut tx, id).await?;
    let mut fields = profile_fields(profile);
    fields.push(FieldChange::new("role", "", Seat::SupportDesk.code()));
    tx.commit(Change::new("user.created", id, id.uuid(), &key).with(fields))
        .await?;
    Ok(id)
}

/// What is kept of somebody, and the hash of the password, once both are good.
async fn checked(
    desk: &Desk,
    name: &str,
    email: &str,
    password: String,
) -> Result<(UserProfile, String), CreateUserError> {
    let parsed: Result<EmailAddress, _> = email.parse();
    let mut errors = Vec::new();
    if parsed.is_err() {
        errors.push(FieldError::new("email", Problem::NotAnAddress));
    }
    password_change::check(
        desk.settings(),
        "password",
        &password,
        &[name, email],
        &mut errors,
    );
    let (Ok(email), true) = (parsed, errors.is_empty()) else {
        return Err(CreateUserError::Invalid(errors));
    };
    let profile = UserProfile {
        name: domain::fields::clean(name),
        email: email.as_str().to_owned(),
    };
    Ok((profile, password::hash(password).await))
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
