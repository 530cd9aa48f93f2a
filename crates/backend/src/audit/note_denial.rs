//! What somebody of the team was not allowed to do.

use domain::access::act;

use crate::{
    Failure,
    access::{Origin, Permit},
    accounts::{Session, own_door},
    desk::{Change, Desk},
    keys,
};

/// Has the log tell that who is signed in asked for something that the role does not allow, and where.
pub async fn note_denial(desk: &Desk, session: &Session, origin: &Origin) -> Result<(), Failure> {
    let permit: Permit<act::ManageOwnAccount> =
        own_door(session.tenant, session.user, session.seat, origin)?;
    let mut tx = desk.open(&permit).await?;
    let (key, own) = (keys::own(&mut tx).await?, tx.tenant().uuid());
    tx.commit(Change::new("access.denied", session.user, own, &key))
        .await
}
