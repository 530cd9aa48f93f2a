//! Taking a passkey or an app away.

use domain::{access::act, ids::FactorId};

use super::{commit, own_account, removed, sql};
use crate::{
    Failure,
    access::{Origin, Permit},
    accounts::Session,
    desk::Desk,
};

/// Removes one of the own factors; with the last one the recovery codes go. [`Failure::NotFound`] when it is gone.
pub async fn remove_factor(
    desk: &Desk,
    _permit: &Permit<act::ManageFactors>,
    session: &Session,
    origin: &Origin,
    id: FactorId,
) -> Result<(), Failure> {
    let mut tx = own_account(desk, session, origin).await?;
    let rows = sql::factors_of(&mut tx, session.user).await?;
    let row = rows.into_iter().find(|row| row.id == id.uuid());
    let row = row.ok_or(Failure::NotFound)?;
    sql::remove_factor(&mut tx, session.user, id).await?;
    if !sql::has_factor(&mut tx, session.user).await? {
        sql::remove_codes(&mut tx, session.user).await?;
    }
    let changes = vec![removed(&row.kind)];
    commit(tx, session, "user.factor_removed", changes).await
}
