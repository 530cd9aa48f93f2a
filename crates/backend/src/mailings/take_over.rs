//! Taking over the mailings of another event.

use domain::{
    access::act,
    ids::{EventId, MailingId},
    mailings::Mailing,
};

use super::{letter, letter::place, save::written, sql};
use crate::{
    Failure,
    access::Permit,
    desk::{Change, Desk},
    events,
};

/// Gives an event the mailings of another one of the tenant, but for those of which it has one of its own or the other has none.
pub async fn take_over(
    desk: &Desk,
    permit: &Permit<act::SendMailings>,
    from: EventId,
    to: EventId,
) -> Result<(), Failure> {
    let mut tx = desk.open(permit).await?;
    events::sql::load(&mut tx, from).await?;
    let (_, key) = events::sql::load(&mut tx, to).await?;
    let mut noted = None;
    for mailing in Mailing::ALL {
        let (model, own) = (
            letter::load(&mut tx, from, mailing).await?,
            letter::load(&mut tx, to, mailing).await?,
        );
        if model.changed_at.is_none() || own.changed_at.is_some() {
            continue;
        }
        let id = MailingId::from_uuid(tx.make_uuid());
        let sealed = key.seal(place(to, mailing), &model.letter).into_bytes();
        sql::set(&mut tx, id, to, mailing, sealed).await?;
        let change = Change::new(written(mailing), to, to.uuid(), &key).of_event(to);
        noted = Some(tx.note(change).await?);
    }
    match noted {
        Some(noted) => tx.commit_noted(noted).await,
        None => Ok(()),
    }
}
