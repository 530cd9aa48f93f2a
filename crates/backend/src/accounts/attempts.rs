//! Slowing down whoever guesses passwords, for known and unknown addresses alike.

use domain::{
    Instant,
    access::{Patience, act, is_forgotten, patience},
    ids::UserId,
};

use super::{names::index_of_user, sql};
use crate::{Failure, access::Permit, desk::Desk};

/// Counts an attempt before the password is looked at, so that many at once do not pass; [`forgive`] takes it back. An
/// attempt that comes too early is not counted: others cannot prolong the pause.
pub(super) async fn begin(
    desk: &Desk,
    permit: &Permit<act::SignIn>,
    email_index: &[u8],
) -> Result<Patience, Failure> {
    let mut tx = desk.open(permit).await?;
    let now = tx.now();
    let (failures, last) = sql::attempts(&mut tx, email_index)
        .await?
        .unwrap_or((0, Instant(0)));
    let may = patience(failures, last, now);
    if may == Patience::Now {
        let before = if is_forgotten(failures, last, now) {
            0
        } else {
            failures
        };
        sql::set_attempts(&mut tx, email_index, before + 1).await?;
        tx.commit_upkeep().await?;
    }
    Ok(may)
}

/// Forgets the failures of an address: the password was right, or is a new one.
pub(super) async fn forgive(
    desk: &Desk,
    permit: &Permit<act::SignIn>,
    email_index: &[u8],
) -> Result<(), Failure> {
    let mut tx = desk.open(permit).await?;
    sql::forget_attempts(&mut tx, email_index).await?;
    tx.commit_upkeep().await
}

/// Forgets the failures of an account.
pub(super) async fn forgive_user(
    desk: &Desk,
    permit: &Permit<act::SignIn>,
    user: UserId,
) -> Result<(), Failure> {
    let mut tx = desk.read(permit).await?;
    let index = index_of_user(&mut tx, user).await?;
    drop(tx);
    forgive(desk, permit, &index).await
}
