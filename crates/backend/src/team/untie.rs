//! Untying an account from the identity of the team's provider of single sign-on.

use domain::{access::act, ids::UserId};

use super::change::before;
use crate::{
    Failure,
    access::Permit,
    accounts,
    desk::{Change, Desk},
    keys,
};

/// Unties somebody of the team: the next sign-in by the provider ties them anew, as when their account there was made
/// anew. [`Failure::NotFound`] for whom who asks may not change, or who is not tied.
pub async fn untie(
    desk: &Desk,
    permit: &Permit<act::ManageTeam>,
    user: UserId,
) -> Result<(), Failure> {
    let mut tx = desk.open(permit).await?;
    before(&mut tx, permit, user).await?;
    if !accounts::sql::untie(&mut tx, user).await? {
        return Err(Failure::NotFound);
    }
    let (tenant, key) = (tx.tenant().uuid(), keys::own(&mut tx).await?);
    let change = Change::new("user.sign_on_unlinked", user, tenant, &key);
    tx.commit(change).await
}
