//! Whether somebody objects, and since when.

use domain::{Instant, Locale, access::act, ids::GuestId};

use super::{Recipient, sql};
use crate::{Failure, access::Permit, desk::Desk, guests, tenants};

/// How it stands, for whoever got a mail.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Objection {
    /// The organiser's name.
    pub organiser: String,
    /// Since when the address gets no mailings.
    pub since: Option<Instant>,
    /// The recipient's language, if it is known.
    pub language: Option<Locale>,
}

/// Whether an address gets mailings. Looking changes nothing.
pub async fn see(
    desk: &Desk,
    permit: &Permit<act::ObjectToMailings>,
    recipient: &Recipient,
) -> Result<Objection, Failure> {
    let mut tx = desk.read(permit).await?;
    let language = match sql::newest_guest(&mut tx, recipient).await? {
        Some((guest, ..)) => {
            let (guest, _) = guests::sql::load(&mut tx, guest).await?;
            guest.file.details.language
        }
        None => None,
    };
    Ok(Objection {
        organiser: tenants::profile(&mut tx).await?.name,
        since: sql::since(&mut tx, recipient).await?,
        language,
    })
}

/// Since when a guest objects to mailings, for the team.
pub async fn since(
    desk: &Desk,
    permit: &Permit<act::SeeGuests>,
    guest: GuestId,
) -> Result<Option<Instant>, Failure> {
    let mut tx = desk.read(permit).await?;
    let (guest, _) = guests::sql::load(&mut tx, guest).await?;
    sql::since_of(&mut tx, guest.person).await
}
