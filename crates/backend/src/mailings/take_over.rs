//! Taking over the invitation of another event.

use domain::{
    access::act,
    ids::{EventId, MailingId},
};

use super::{letter, letter::place, sql};
use crate::{
    Failure,
    access::Permit,
    desk::{Change, Desk},
    events,
};

/// Gives an event the invitation of another one of the tenant, unless it has one of its own or the other has none.
pub async fn take_over(
    desk: &Desk,
    permit: &Permit<act::SendMailings>,
    from: EventId,
    to: EventId,
) -> Result<(), Failure> {
    let mut tx = desk.open(permit).await?;
    events::sql::load(&mut tx, from).await?;
    let (_, key) = events::sql::load(&mut tx, to).await?;
    let (model, own) = (
        letter::load(&mut tx, from).await?,
        letter::load(&mut tx, to).await?,
    );
    if model.changed_at.is_none() || own.changed_at.is_some() {
        return Ok(());
    }
    let id = MailingId::from_uuid(tx.make_uuid());
    let sealed = key.seal(place(to), &model.letter).into_bytes();
    sql::set(&mut tx, id, to, sealed).await?;
    let change = Change::new("invitation.written", to, to.uuid(), &key).of_event(to);
    tx.commit(change).await
}
