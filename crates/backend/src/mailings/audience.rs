//! To whom a mailing goes.

use domain::{access::act, ids::EventId, mailings::Mailing};

use super::sql;
use crate::{
    Failure,
    access::Permit,
    desk::Desk,
    events::{self, count},
};

/// To whom a mailing goes, and who is left out why.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Audience {
    /// Guests who get it.
    pub reached: u32,
    /// Guests who would, but have no address.
    pub without_address: u32,
    /// Guests who would, but object to mailings.
    pub objecting: u32,
    /// Guests who would, but have had it, or were written to lately.
    pub written_to: u32,
    /// Whether this is the time for it.
    pub is_time: bool,
}

/// To whom a mailing would go now.
pub async fn audience(
    desk: &Desk,
    permit: &Permit<act::SendMailings>,
    event: EventId,
    mailing: Mailing,
) -> Result<Audience, Failure> {
    let mut tx = desk.read(permit).await?;
    let (event, _) = events::sql::load(&mut tx, event).await?;
    let (all, without_address, objecting, written_to) =
        sql::audience(&mut tx, event.id, mailing).await?;
    let number = |number| count(number, "guests");
    Ok(Audience {
        reached: number(all - without_address - objecting - written_to)?,
        without_address: number(without_address)?,
        objecting: number(objecting)?,
        written_to: number(written_to)?,
        is_time: mailing.is_possible(&event, tx.now()),
    })
}
