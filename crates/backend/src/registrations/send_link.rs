//! Sending a guest the own link anew.

use domain::{access::act, ids::GuestId};

use super::confirmation::{self, Says};
use crate::{Failure, access::Permit, desk::Desk, events, guests};

/// Mails a guest who comes the confirmation with the link that is valid now: the address is another.
pub async fn send_link(
    desk: &Desk,
    permit: &Permit<act::EditGuests>,
    guest: GuestId,
) -> Result<(), Failure> {
    let mut tx = desk.open(permit).await?;
    let (guest, key) = guests::sql::load_for_change(&mut tx, guest).await?;
    let (event, _) = events::sql::load(&mut tx, guest.event).await?;
    let generation = guests::people::link_generation(&mut tx, guest.id).await?;
    let once = format!("link:{}:{generation}", guest.id);
    confirmation::send_alone(tx, desk, &event, &guest, &key, Says::Answer, once).await
}
