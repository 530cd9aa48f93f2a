//! Looking at an invitation.

use domain::{Instant, access::act, events::Event, guests::Guest, ids::GuestId, questions::Reply};

use crate::{
    Failure,
    access::{Permit, Who},
    desk::Desk,
    events, guests, replies, tenants,
};

/// An invitation as its guest sees it.
pub struct Invitation {
    /// The event.
    pub event: Event,
    /// The guest.
    pub guest: Guest,
    /// What the guest replied to the event's questions, of whatever category.
    pub replies: Vec<Reply>,
    /// The organiser's name.
    pub organiser: String,
    /// The time now, for what can still be done.
    pub now: Instant,
}

/// The invitation of the link's holder. Looking changes nothing.
pub async fn invitation(
    desk: &Desk,
    permit: &Permit<act::SeeInvitation>,
    guest: GuestId,
) -> Result<Invitation, Failure> {
    if permit.who() != Who::Participant(permit.who().tenant(), guest) {
        return Err(Failure::NotFound);
    }
    let mut tx = desk.read(permit).await?;
    let (guest, _) = guests::sql::load(&mut tx, guest).await?;
    let (event, _) = events::sql::load(&mut tx, guest.event).await?;
    let organiser = tenants::profile(&mut tx).await?.name;
    let special = replies::load(&mut tx, guest.id).await?.replies;
    let replies = [guest.file.replies.clone(), special].concat();
    let now = tx.now();
    Ok(Invitation {
        event,
        guest,
        replies,
        organiser,
        now,
    })
}
