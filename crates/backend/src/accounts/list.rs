//! Accounts from the command line: list, disable, new password.

use domain::{access::act, ids::UserId, people::EmailAddress};
use serde::Serialize;

use super::{PasswordError, attempts, index_of, names, password, password_change, sql};
use crate::{
    Failure,
    access::Permit,
    desk::{Change, Desk, FieldChange},
    keys,
};

/// An account in the operator's list.
#[derive(Serialize)]
pub struct UserLine {
    /// Its id.
    pub id: UserId,
    /// Name.
    pub name: String,
    /// Address.
    pub email: String,
    /// Whether the account has ended.
    pub disabled: bool,
}

/// Every account.
pub async fn list(
    desk: &Desk,
    permit: &Permit<act::ManageUsers>,
) -> Result<Vec<UserLine>, Failure> {
    let mut tx = desk.read(permit).await?;
    let mut lines = Vec::new();
    for (id, disabled) in sql::accounts(&mut tx).await? {
        let profile = names::profile(&mut tx, id).await?;
        lines.push(UserLine {
            id,
            name: profile.name,
            email: profile.email,
            disabled,
        });
    }
    Ok(lines)
}

/// Ends an account and all its sessions, effective with the next request.
pub async fn disable(
    desk: &Desk,
    permit: &Permit<act::ManageUsers>,
    email: &str,
) -> Result<(), Failure> {
    let mut tx = desk.open(permit).await?;
    let user = by_email(&mut tx, email).await?;
    sql::disable(&mut tx, user).await?;
    sql::end_sessions_of(&mut tx, user).await?;
    let key = keys::of(&mut tx, user.uuid()).await?;
    tx.commit(Change::new("user.disabled", user, user.uuid(), &key))
        .await
}

/// Sets a new password and ends all sessions; with `factors`, passkeys, app and recovery codes go as well, for whoever
/// has lost them.
pub async fn reset_password(
    desk: &Desk,
    permit: &Permit<act::ManageUsers>,
    email: &str,
    new_password: String,
    factors: bool,
) -> Result<(), PasswordError> {
    let mut errors = Vec::new();
    password_change::check(
        desk.settings(),
        "password",
        &new_password,
        &[email],
        &mut errors,
    );
    password_change::refuse(errors)?;
    let hash = password::hash(new_password).await;
    let mut tx = desk.open(permit).await?;
    let user = by_email(&mut tx, email).await?;
    sql::set_password(&mut tx, user, &hash).await?;
    sql::end_sessions_of(&mut tx, user).await?;
    password_change::start_afresh(&mut tx, user, email).await?;
    let key = keys::of(&mut tx, user.uuid()).await?;
    let mut change = Change::new("user.password_reset", user, user.uuid(), &key);
    if factors {
        sql::remove_factors(&mut tx, user).await?;
        let codes = attempts::of_codes(&tx, user);
        sql::forget_attempts(&mut tx, &codes).await?;
        change = change.with(vec![FieldChange::new("factor", "all", "")]);
    }
    Ok(tx.commit(change).await?)
}

async fn by_email(tx: &mut crate::desk::TenantTx, email: &str) -> Result<UserId, Failure> {
    let email: EmailAddress = email.parse().map_err(|_| Failure::NotFound)?;
    let index = index_of(tx, email.as_str());
    let account = sql::account_by_email(tx, &index)
        .await?
        .ok_or(Failure::NotFound)?;
    Ok(UserId::from_uuid(account.id))
}
