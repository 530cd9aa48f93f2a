//! Entering the answer of a guest who gave it in another way: by telephone, on paper, in the corridor.

use domain::{
    access::act,
    events::Event,
    guests::Standing,
    ids::{EventId, GuestId},
    registrations::Rsvp,
};

use super::{
    AnswerFailure, AnswerInput, Invitation,
    invitation::seen,
    take_answer::{By, take_answer},
};
use crate::{Failure, access::Permit, desk::Desk, guests};

/// The invitation of a guest for somebody who enters the answer; the log tells who looked. Consents are left out, since nobody
/// gives them for another, and replies of special categories for whoever may not see them (`special`). [`Failure::NotFound`]
/// for a guest of another event, and for one who registered and must confirm.
pub async fn invitation_of(
    desk: &Desk,
    permit: &Permit<act::EditGuests>,
    special: Option<&Permit<act::SeeSpecialReplies>>,
    event: EventId,
    guest: GuestId,
) -> Result<Invitation, Failure> {
    let mut tx = desk.read(permit).await?;
    let (known, key) = guests::sql::load(&mut tx, guest).await?;
    if known.event != event || known.standing() == Standing::Unconfirmed {
        return Err(Failure::NotFound);
    }
    let invitation = seen(&mut tx, guest).await?;
    guests::note_look(desk, permit, tx, "access.guest_seen", &known, &key).await?;
    if let Some(special) = special
        && invitation
            .replies
            .iter()
            .any(|reply| invitation.event.questions.is_special(reply.question))
    {
        let tx = desk.read(special).await?;
        guests::note_look(desk, special, tx, "access.special_seen", &known, &key).await?;
    }
    let asked = invitation.event.questions.for_organiser(special.is_some());
    let known = |number| asked.question(number).is_some_and(|known| known.is_asked);
    let mut replies = invitation.replies;
    replies.retain(|reply| known(reply.question));
    Ok(Invitation {
        replies,
        tickets: Vec::new(),
        event: Event {
            questions: asked,
            ..invitation.event
        },
        ..invitation
    })
}

/// How an answer is entered.
#[derive(Debug, Clone, Copy, Default)]
pub struct Entering {
    /// Whether the guest gets the mail, if there is an address.
    pub tells: bool,
    /// Where the guest stood when the form was opened; [`AnswerFailure::Changed`] when that is no longer so.
    pub seen: Option<Standing>,
}

/// Enters the answer of a guest: late, early or for a closed event, too, but never for more places than there are. What was
/// left out of [`invitation_of`] stays as it is.
pub async fn answer_for(
    desk: &Desk,
    permit: &Permit<act::EditGuests>,
    special: Option<&Permit<act::SeeSpecialReplies>>,
    event: EventId,
    guest: GuestId,
    input: &AnswerInput,
    entering: Entering,
) -> Result<Standing, AnswerFailure> {
    let tx = desk.open(permit).await?;
    let by = By::Organiser {
        event,
        with_special: special.is_some(),
        tells: entering.tells,
        seen: entering.seen,
    };
    // Nobody is entered who waits.
    let rsvp = match input.rsvp {
        Rsvp::Wait => Rsvp::Yes,
        said => said,
    };
    let input = AnswerInput {
        rsvp,
        ..input.clone()
    };
    take_answer(tx, desk, guest, &input, by).await
}
