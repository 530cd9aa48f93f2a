//! What taking an answer means, whoever enters it.

use domain::{
    Instant,
    events::Event,
    fields::{FieldError, Problem},
    guests::{Guest, GuestFile, Standing},
    ids::{EventId, GuestId},
    questions::Reply,
    registrations::{Answer, AnswerError, Rsvp, decide, decide_for, places_of},
    workshops::{Group, Wishes},
};

use super::{
    AnswerFailure, AnswerInput,
    confirmation::{self, Says},
    given::{Given, given},
    noted::{action_of, fields_of, special_changed},
};
use crate::{
    Failure,
    desk::{Change, Desk, TenantTx},
    events, guests, replies,
    workshops::{self, Picks},
};

/// Who enters an answer.
#[derive(Clone, Copy)]
pub(super) enum By {
    /// The guest.
    Guest,
    /// Somebody of the organiser, who heard it in another way.
    Organiser {
        /// Where the guest must be on the list.
        event: EventId,
        /// Whether replies of special categories are entered, too.
        with_special: bool,
        /// Whether the guest gets the mail.
        tells: bool,
        /// Where the guest stood when the form was opened, if that is known.
        seen: Option<Standing>,
    },
}

impl By {
    /// Refuses guests of other events, and those who have registered themselves and must confirm.
    fn must_fit(self, guest: &Guest) -> Result<(), Failure> {
        let fits = match self {
            Self::Guest => true,
            Self::Organiser { event, .. } => {
                guest.event == event && guest.standing() != Standing::Unconfirmed
            }
        };
        fits.then_some(()).ok_or(Failure::NotFound)
    }

    /// Refuses an answer to what is no longer so: the guest has answered meanwhile.
    fn must_be_as_seen(self, guest: &Guest) -> Result<(), AnswerFailure> {
        match self {
            Self::Organiser {
                seen: Some(seen), ..
            } if seen != guest.standing() => Err(AnswerFailure::Changed),
            _ => Ok(()),
        }
    }

    /// The event with what is asked.
    fn asks(self, event: &Event) -> Event {
        let mut asks = event.clone();
        if let Self::Organiser { with_special, .. } = self {
            asks.questions = event.questions.for_organiser(with_special);
        }
        asks
    }

    fn decide(
        self,
        event: &Event,
        guest: &Guest,
        said: Answer,
        now: Instant,
    ) -> Result<i64, AnswerError> {
        match self {
            Self::Guest => decide(event, guest, said, now),
            Self::Organiser { .. } => decide_for(event, guest, said, now),
        }
    }

    /// What an answer means: whoever has asked for a place still asks for it, until an organiser gives it.
    fn said(
        self,
        event: &Event,
        guest: &Guest,
        rsvp: Rsvp,
        file: &GuestFile,
    ) -> Result<Answer, AnswerFailure> {
        let companions = u32::try_from(file.answers.companions.len()).unwrap_or(u32::MAX);
        let asks = matches!(self, Self::Guest) && guest.requested_at.is_some();
        Ok(match rsvp {
            Rsvp::Yes | Rsvp::Wait if asks => Answer::Request { companions },
            Rsvp::Yes => Answer::Accept { companions },
            Rsvp::Wait => Answer::Wait { companions },
            Rsvp::Maybe if event.rules.maybe && guest.requested_at.is_none() => Answer::Maybe,
            Rsvp::Maybe => {
                let error = FieldError::new("answer", Problem::UnknownChoice);
                return Err(AnswerFailure::Invalid(vec![error]));
            }
            Rsvp::No => Answer::Decline,
        })
    }

    /// Places that can be had.
    fn places(self, event: &Event) -> Option<u32> {
        match self {
            Self::Guest => event.places_free(),
            Self::Organiser { .. } => event.places_left(),
        }
    }

    /// Whether the guest gets a mail.
    fn tells(self, guest: &Guest) -> bool {
        match self {
            Self::Guest => true,
            Self::Organiser { tells, .. } => tells && guest.file.details.email.is_some(),
        }
    }
}

/// Takes an answer. The same answer twice is one answer: no second entry, no second mail.
pub(super) async fn take_answer(
    mut tx: TenantTx,
    desk: &Desk,
    guest: GuestId,
    input: &AnswerInput,
    by: By,
) -> Result<Standing, AnswerFailure> {
    let (before, key) = guests::sql::load_for_change(&mut tx, guest).await?;
    by.must_fit(&before)?;
    by.must_be_as_seen(&before)?;
    let (event, _) = events::sql::load(&mut tx, before.event).await?;
    let had = replies::load(&mut tx, guest).await?;
    let given = given(&by.asks(&event), &before, &had.replies, input, tx.now());
    let Given { file, mut special } = given.map_err(AnswerFailure::Invalid)?;
    let said = by.said(&event, &before, input.rsvp, &file)?;
    let change = by.decide(&event, &before, said, tx.now())?;
    let mut after = answered(&before, said, file, tx.now());
    let same = after.file == before.file
        && special == had.replies
        && after.standing() == before.standing();
    let has_workshops = !event.programme.workshops.is_empty();
    if same && !has_workshops {
        return Ok(after.standing());
    }
    // Whoever waits or asks holds the event, too: replies are divided by its questions as they are then.
    let holds = change != 0 || input.rsvp.comes() || has_workshops;
    if holds && !events::sql::take_places(&mut tx, event.id, change).await? {
        let left = by.places(&event).unwrap_or(0);
        return Err(AnswerError::Full { left }.into());
    }
    let event = as_held(&mut tx, event).await?;
    let picks = choose(&mut tx, &event, &before, &after, &input.workshops).await?;
    if same && picks.are_same() {
        return Ok(after.standing());
    }
    divide_again(&mut tx, &event, &mut after.file.replies, &mut special).await?;
    let sealed = key.seal(guests::place(guest), &after.file).into_bytes();
    if !guests::sql::set_answer(&mut tx, &after, sealed, before.places).await? {
        // Somebody answered with the same link at the same time and won; nothing of this answer is kept.
        return Err(AnswerError::Full { left: 0 }.into());
    }
    picks.keep(&mut tx, &after).await?;
    if by.tells(&after) {
        let once = format!("answer:{guest}:{}", tx.make_uuid());
        confirmation::queue(&mut tx, desk, &event, &after, &key, Says::Answer, once).await?;
    }
    let mut fields = fields_of(&event, &before, &after);
    if special != had.replies {
        fields.push(special_changed());
    }
    fields.extend(picks.change(&event));
    let entry = Change::new(
        action_of(&before, &after),
        guest,
        before.person.uuid(),
        &key,
    )
    .of_event(event.id)
    .of_guest(guest)
    .with(fields);
    let noted = tx.note(entry).await?;
    replies::keep(&mut tx, guest, had, &special, noted.entry()).await?;
    tx.commit_noted(noted).await?;
    desk.mail_bell.notify_one();
    if change < 0 || after.standing() == Standing::Waiting || !picks.are_same() {
        desk.places_bell.notify_one();
    }
    Ok(after.standing())
}

/// An event with workshops as it is now that its row is held: whoever changed them meanwhile has ended.
pub(super) async fn as_held(tx: &mut TenantTx, event: Event) -> Result<Event, Failure> {
    if event.programme.workshops.is_empty() {
        return Ok(event);
    }
    Ok(events::sql::load(tx, event.id).await?.0)
}

/// The workshops that go with an answer.
async fn choose(
    tx: &mut TenantTx,
    event: &Event,
    before: &Guest,
    after: &Guest,
    wishes: &Wishes,
) -> Result<Picks, AnswerFailure> {
    let group = Group {
        before: before.places,
        now: after.places,
    };
    let picks = workshops::choose(tx, event, before.id, group, wishes).await?;
    picks.map_err(AnswerFailure::Invalid)
}

/// Divides replies by the questions as they are now that places were taken: whoever changed them meanwhile has ended, and
/// once somebody has places no category changes any more.
pub(super) async fn divide_again(
    tx: &mut TenantTx,
    event: &Event,
    replies: &mut Vec<Reply>,
    special: &mut Vec<Reply>,
) -> Result<(), Failure> {
    if replies.is_empty() && special.is_empty() {
        return Ok(());
    }
    let (event, _) = events::sql::load(tx, event.id).await?;
    let all = [std::mem::take(replies), std::mem::take(special)].concat();
    (*replies, *special) = event.questions.divide(all);
    Ok(())
}

fn answered(before: &Guest, said: Answer, file: GuestFile, now: Instant) -> Guest {
    let mut after = Guest {
        file,
        places: places_of(said),
        held_until: None,
        waiting_since: None,
        offered_until: None,
        maybe_at: None,
        ..before.clone()
    };
    if said != Answer::Decline {
        after.declined_at = None;
        after.cancelled_at = None;
    }
    match said {
        Answer::Wait { .. } => {
            let keeps_place = before.standing() == Standing::Waiting;
            after.waiting_since = before.waiting_since.filter(|_| keeps_place).or(Some(now));
            after.accepted_at = None;
        }
        Answer::Accept { companions } => {
            after.accepted_at = before
                .accepted_at
                .filter(|_| before.standing() == Standing::Accepted)
                .or(Some(now));
            if before.requested_at.is_some() {
                // An organiser gives the places that were asked for, and no more.
                after.companions_max = Some(companions);
            }
            after.requested_at = None;
            after.refused_at = None;
        }
        Answer::Request { .. } => {
            let asks = before.standing() == Standing::Requested;
            after.requested_at = before.requested_at.filter(|_| asks).or(Some(now));
        }
        Answer::Maybe => {
            after.maybe_at = before.maybe_at.or(Some(now));
            after.accepted_at = None;
        }
        Answer::Decline => match before.standing() {
            Standing::Accepted => after.cancelled_at = Some(now),
            Standing::Cancelled => {}
            _ => {
                after.declined_at = before.declined_at.or(Some(now));
                after.refused_at = None;
            }
        },
    }
    after
}
