//! Slowing down whoever guesses passwords or codes: passwords by address, known or not; codes by account.

use domain::{
    access::{Patience, act, is_forgotten, patience},
    ids::UserId,
};

use super::{SignInError, names, sql};
use crate::{
    Failure,
    access::Permit,
    desk::{Desk, TenantTx},
};

/// By what wrong codes of an account are counted. A count of their own: whoever reads somebody's mail can set the password
/// anew, and must not guess codes anew with it; and nobody who knows no password keeps anybody waiting for a code.
pub(super) fn of_codes(tx: &TenantTx, user: UserId) -> Vec<u8> {
    let index = tx.keys.blind_index("users.codes", &user.to_string());
    index.as_bytes().to_vec()
}

/// Counts an attempt before the password or code is looked at, so that many at once do not pass; [`forgive`] takes it
/// back. An attempt that comes too early is not counted: others cannot prolong the pause.
pub(super) async fn begin(
    desk: &Desk,
    permit: &Permit<act::SignIn>,
    index: &[u8],
) -> Result<(), SignInError> {
    let mut tx = desk.open(permit).await?;
    let now = tx.now();
    let (failures, last) = sql::attempts(&mut tx, index).await?;
    let wait = match patience(failures, last, now) {
        Patience::After(ms) => Some(Some(ms)),
        Patience::Never => Some(None),
        Patience::Now => None,
    };
    if let Some(ms) = wait {
        // No entry: whoever tries without end would fill the log of a tenant.
        tracing::warn!(target: "einlass::security", "a password or code came too early and was not looked at");
        return Err(SignInError::TooMany(ms));
    }
    let before = if is_forgotten(failures, last, now) {
        0
    } else {
        failures
    };
    sql::set_attempts(&mut tx, index, before + 1).await?;
    Ok(tx.commit_upkeep().await?)
}

/// Forgets the failures of an address: the password was right.
pub(super) async fn forgive(
    desk: &Desk,
    permit: &Permit<act::SignIn>,
    index: &[u8],
) -> Result<(), Failure> {
    let mut tx = desk.open(permit).await?;
    sql::forget_attempts(&mut tx, index).await?;
    tx.commit_upkeep().await
}

/// Forgets the failures of an account's address: who signed in by a passkey need not wait for the password either.
pub(super) async fn forgive_password(tx: &mut TenantTx, user: UserId) -> Result<(), Failure> {
    let index = names::index_of_user(tx, user).await?;
    sql::forget_attempts(tx, &index).await
}
