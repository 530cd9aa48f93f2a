//! What is searched for, on its way through an address: names stand in no history of a browser and in no log of a proxy.

use data_encoding::BASE64URL_NOPAD;
use domain::{access::act, fields::clean, ids::EventId};
use vault::{Place, Sealed};

use crate::{
    Failure,
    access::Permit,
    desk::{Change, Desk},
    events,
};

/// The longest text that is searched for, in characters.
const LENGTH_MAX: usize = 100;

/// Seals what is to be searched for in an event's guest list, for the address of its page. The log tells that somebody
/// searches, not for whom. [`Failure::NotFound`] for an event of another tenant as for none.
pub async fn ask(
    desk: &Desk,
    permit: &Permit<act::SeeGuests>,
    event: EventId,
    text: &str,
) -> Result<String, Failure> {
    let text: String = clean(text).chars().take(LENGTH_MAX).collect();
    let mut tx = desk.open(permit).await?;
    let (_, key) = events::sql::load(&mut tx, event).await?;
    if text.is_empty() {
        return Ok(text);
    }
    let sealed = key.seal(place(event), &text);
    let change = Change::new("access.guests_searched", event, event.uuid(), &key).of_event(event);
    tx.commit(change).await?;
    Ok(BASE64URL_NOPAD.encode(sealed.as_bytes()))
}

/// What an address asks for; empty when it was not made by [`ask`] for this event.
pub async fn asked(
    desk: &Desk,
    permit: &Permit<act::SeeGuests>,
    event: EventId,
    sealed: &str,
) -> Result<String, Failure> {
    let sealed = BASE64URL_NOPAD.decode(sealed.as_bytes());
    let Some(sealed) = sealed.ok().filter(|sealed| !sealed.is_empty()) else {
        return Ok(String::new());
    };
    let mut tx = desk.read(permit).await?;
    let (_, key) = events::sql::load(&mut tx, event).await?;
    let text = key.open(place(event), &Sealed::from_bytes(sealed));
    Ok(text.unwrap_or_default())
}

fn place(event: EventId) -> Place {
    Place::row("searches", event.bytes())
}
