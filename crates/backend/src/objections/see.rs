//! Whether somebody objects, and since when.

use domain::{Instant, Locale, access::act, ids::GuestId};

use super::sql;
use crate::{Failure, access::Permit, desk::Desk, guests, tenants};

/// How it stands, for the guest.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Objection {
    /// The organiser's name.
    pub organiser: String,
    /// Since when the guest gets no mailings.
    pub since: Option<Instant>,
    /// Whether there is an address at all.
    pub has_address: bool,
    /// The guest's language, if it is known.
    pub language: Option<Locale>,
}

/// Whether a guest objects to mailings. Looking changes nothing.
pub async fn see(
    desk: &Desk,
    permit: &Permit<act::ObjectToMailings>,
    guest: GuestId,
) -> Result<Objection, Failure> {
    permit.must_be_of(guest)?;
    let mut tx = desk.read(permit).await?;
    let (own, _) = guests::sql::load(&mut tx, guest).await?;
    Ok(Objection {
        organiser: tenants::profile(&mut tx).await?.name,
        since: sql::since(&mut tx, own.person).await?,
        has_address: own.file.details.email.is_some(),
        language: own.file.details.language,
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
    sql::since(&mut tx, guest.person).await
}
