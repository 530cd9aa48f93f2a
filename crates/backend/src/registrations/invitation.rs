//! Looking at an invitation.

use domain::{
    Instant,
    access::act,
    events::Event,
    guests::{Guest, Standing},
    ids::GuestId,
    questions::Reply,
    tickets::TicketCode,
    workshops::{Pick, Seating},
};

use super::waiting;
use crate::{
    Failure,
    access::Permit,
    desk::{Desk, TenantTx},
    events, guests,
    objections::{self, ObjectionToken},
    replies, tenants, workshops,
};

/// An invitation as its guest sees it.
pub struct Invitation {
    /// The event.
    pub event: Event,
    /// The guest.
    pub guest: Guest,
    /// What the guest replied to the event's questions, of whatever category.
    pub replies: Vec<Reply>,
    /// The workshops that the guest has chosen.
    pub picks: Vec<Pick>,
    /// How the places of the event's workshops stand.
    pub seating: Seating,
    /// The codes of the tickets, the guest's own first, then one for each companion; none for who does not come.
    pub tickets: Vec<TicketCode>,
    /// Where the guest stands in line, from 1; nothing for who does not wait.
    pub place_in_line: Option<u32>,
    /// The organiser's name.
    pub organiser: String,
    /// By what the guest objects to mailings; none without an address.
    pub objection: Option<ObjectionToken>,
    /// The time now, for what can still be done.
    pub now: Instant,
}

/// The invitation of the link's holder. Looking changes nothing.
pub async fn invitation(
    desk: &Desk,
    permit: &Permit<act::SeeInvitation>,
    guest: GuestId,
) -> Result<Invitation, Failure> {
    permit.must_be_of(guest)?;
    let mut tx = desk.read(permit).await?;
    seen(&mut tx, guest).await
}

/// An invitation with everything that belongs to it.
pub(super) async fn seen(tx: &mut TenantTx, guest: GuestId) -> Result<Invitation, Failure> {
    let (guest, _) = guests::sql::load(tx, guest).await?;
    let (event, _) = events::sql::load(tx, guest.event).await?;
    let organiser = tenants::profile(tx).await?.name;
    let special = replies::load(tx, guest.id).await?.replies;
    let replies = [guest.file.replies.clone(), special].concat();
    let now = tx.now();
    let objection = objections::token_of(tx, guest.person).await?;
    let tickets = tickets_of(tx, &event, &guest).await?;
    let place_in_line = waiting::sql::place_in_line(tx, &guest).await?;
    let (picks, seating) = workshops::picks_of(tx, &event, guest.id).await?;
    Ok(Invitation {
        event,
        guest,
        replies,
        picks,
        seating,
        tickets,
        place_in_line,
        organiser,
        objection,
        now,
    })
}

/// The codes of a guest's tickets. They are derived, so no copy of the database holds one; with another address of the guest
/// come others.
async fn tickets_of(
    tx: &mut TenantTx,
    event: &Event,
    guest: &Guest,
) -> Result<Vec<TicketCode>, Failure> {
    if guest.standing() != Standing::Accepted || event.cancelled_at.is_some() {
        return Ok(Vec::new());
    }
    let generation = guests::people::link_generation(tx, guest.id).await?;
    let code = |place| {
        let code = tx
            .keys
            .derive_ticket_code(guest.id.bytes(), generation, place);
        TicketCode::from_bytes(code)
    };
    Ok((0..guest.places).map(code).collect())
}
