//! Whether the team has to sign in with a second factor.

use domain::access::act;

use crate::{
    Failure,
    access::Permit,
    desk::{Change, Desk, FieldChange},
    keys,
    tenants::sql,
};

/// Wants a second factor of everybody in the team, or no longer. Sessions without one can only set one up from now on.
pub async fn require_factor(
    desk: &Desk,
    permit: &Permit<act::ManageTeam>,
    wanted: bool,
) -> Result<(), Failure> {
    let mut tx = desk.open(permit).await?;
    if sql::factor_required(&mut tx).await? == wanted {
        return Ok(());
    }
    sql::set_factor_required(&mut tx, wanted).await?;
    let key = keys::own(&mut tx).await?;
    let tenant = tx.tenant();
    let word = |on: bool| if on { "yes" } else { "no" };
    let field = FieldChange::new("second-factor", word(!wanted), word(wanted));
    let change = Change::new("team.factor_changed", tenant, tenant.uuid(), &key).with(vec![field]);
    tx.commit(change).await
}
