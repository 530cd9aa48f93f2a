//! The rule of answering.

use crate::{
    Instant,
    events::{COMPANIONS_MAX, Event, Stage},
    guests::{Guest, Standing},
};

/// What a guest says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Answer {
    /// Yes, with this many companions.
    Accept {
        /// Companions, named or not.
        companions: u32,
    },
    /// Yes, as soon as there are places for that many.
    Wait {
        /// Companions, named or not.
        companions: u32,
    },
    /// Yes, if an organiser gives that many places.
    Request {
        /// Companions, named or not.
        companions: u32,
    },
    /// Not decided yet.
    Maybe,
    /// No (or no longer).
    Decline,
}

impl Answer {
    /// Companions of somebody who wants to come.
    const fn companions(self) -> Option<u32> {
        match self {
            Self::Accept { companions }
            | Self::Wait { companions }
            | Self::Request { companions } => Some(companions),
            Self::Maybe | Self::Decline => None,
        }
    }
}

/// Why an answer is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum AnswerError {
    /// The event is not published, closed, over or called off.
    #[error("the event does not take answers")]
    NotOpen(Stage),
    /// Answers are not yet taken.
    #[error("answers are not yet taken")]
    TooEarly,
    /// The deadline has passed.
    #[error("the deadline has passed")]
    TooLate,
    /// More companions than allowed.
    #[error("more companions than allowed")]
    TooManyCompanions {
        /// Companions that are allowed.
        max: u32,
    },
    /// An organiser has refused the guest a place.
    #[error("refused a place")]
    Refused,
    /// Not enough places.
    #[error("not enough places")]
    Full {
        /// Places left.
        left: u32,
    },
}

/// Places that an answer takes: companions are always counted.
pub const fn places_of(answer: Answer) -> u32 {
    match answer {
        Answer::Accept { companions } => companions + 1,
        Answer::Wait { .. } | Answer::Request { .. } | Answer::Maybe | Answer::Decline => 0,
    }
}

/// Companions that a guest may bring: whom an organiser has let in beyond that comes all the same.
pub fn companions_max(event: &Event, guest: &Guest) -> u32 {
    let max = guest.companions_max.unwrap_or(event.companions_max);
    if guest.standing() == Standing::Accepted {
        max.max(guest.places.saturating_sub(1))
    } else {
        max
    }
}

/// Decides an answer and returns by how many places the event's count moves. Whoever waits comes before everybody who does
/// not. Whether there are that many is decided
/// again, and finally, by the one conditional statement that takes them.
pub fn decide(
    event: &Event,
    guest: &Guest,
    answer: Answer,
    now: Instant,
) -> Result<i64, AnswerError> {
    if guest.standing() == Standing::Refused {
        return Err(AnswerError::Refused);
    }
    let stage = event.stage(now);
    let change = i64::from(places_of(answer)) - i64::from(guest.places);
    // Taking a yes back is possible while the event is on, even when nobody new can come; so is what was offered.
    let gives_back = answer == Answer::Decline && guest.places > 0;
    let is_promised = matches!(answer, Answer::Accept { .. })
        && guest.standing() == Standing::Offered
        && change <= 0;
    let is_in_line = matches!(
        guest.standing(),
        Standing::Requested | Standing::Waiting | Standing::Offered | Standing::Lapsed
    );
    let leaves_line = answer == Answer::Decline && is_in_line;
    let is_settled = gives_back || is_promised || leaves_line;
    if stage != Stage::Published && !(is_settled && stage == Stage::Closed) {
        return Err(AnswerError::NotOpen(stage));
    }
    if event.is_early(now) && !is_settled {
        return Err(AnswerError::TooEarly);
    }
    if now >= event.answer_until && !leaves_line {
        return Err(AnswerError::TooLate);
    }
    if let Some(companions) = answer.companions() {
        let max = companions_max(event, guest);
        if companions > max {
            return Err(AnswerError::TooManyCompanions { max });
        }
    }
    if let (Answer::Wait { companions } | Answer::Request { companions }, Some(capacity)) =
        (answer, event.capacity)
        && companions >= capacity
    {
        // Nobody waits for what there will never be.
        let max = capacity.saturating_sub(1);
        return Err(AnswerError::TooManyCompanions { max });
    }
    let left = event.places_free().unwrap_or(u32::MAX);
    let waits_in_vain = event.offer_hours.is_none() || guest.places > 0;
    match answer {
        Answer::Wait { .. } if waits_in_vain => Err(AnswerError::Full { left }),
        Answer::Wait { .. } => Ok(0),
        Answer::Request { companions } => {
            // Where all places are gone and nobody can wait, nobody need ask. Who has asked can still change how many come.
            let can_wait = event.offer_hours.is_some() || guest.standing() == Standing::Requested;
            if can_wait || companions < left {
                Ok(change)
            } else {
                Err(AnswerError::Full { left })
            }
        }
        _ if change > i64::from(left) => Err(AnswerError::Full { left }),
        _ => Ok(change),
    }
}

/// Likewise for what an organiser enters who heard it from the guest: late or early, for a draft or a closed event, ahead of
/// whoever waits, and with as many companions as anybody can bring.
pub fn decide_for(
    event: &Event,
    guest: &Guest,
    answer: Answer,
    now: Instant,
) -> Result<i64, AnswerError> {
    let stage = event.stage(now);
    if matches!(stage, Stage::Past | Stage::Cancelled) {
        return Err(AnswerError::NotOpen(stage));
    }
    if answer
        .companions()
        .is_some_and(|companions| companions > COMPANIONS_MAX)
    {
        return Err(AnswerError::TooManyCompanions {
            max: COMPANIONS_MAX,
        });
    }
    let change = i64::from(places_of(answer)) - i64::from(guest.places);
    let left = event.places_left().unwrap_or(u32::MAX);
    if change > i64::from(left) {
        Err(AnswerError::Full { left })
    } else {
        Ok(change)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        events::tests::event,
        guests::GuestFile,
        ids::{GuestId, PersonId},
    };

    const NOW: Instant = Instant(1_000);

    fn guest() -> Guest {
        Guest {
            id: GuestId::from_uuid(uuid::Uuid::from_u128(2)),
            event: event().id,
            person: PersonId::from_uuid(uuid::Uuid::from_u128(3)),
            file: GuestFile::default(),
            companions_max: None,
            places: 0,
            listed_at: Instant(0),
            invited_at: Some(Instant(0)),
            accepted_at: None,
            declined_at: None,
            cancelled_at: None,
            maybe_at: None,
            requested_at: None,
            refused_at: None,
            held_until: None,
            waiting_since: None,
            offered_until: None,
        }
    }

    #[test]
    fn nobody_overtakes_those_who_wait() {
        let event = Event {
            offer_hours: Some(24),
            is_awaited: true,
            ..event()
        };
        let yes = Answer::Accept { companions: 0 };
        let full = Err(AnswerError::Full { left: 0 });
        assert_eq!(decide(&event, &guest(), yes, NOW), full);
        let wait = Answer::Wait { companions: 1 };
        assert_eq!(decide(&event, &guest(), wait, NOW), Ok(0));
        let coming = Guest {
            places: 1,
            accepted_at: Some(NOW),
            ..guest()
        };
        let more = Answer::Accept { companions: 1 };
        assert_eq!(decide(&event, &coming, more, NOW), full);
        assert_eq!(decide(&event, &coming, wait, NOW), full);
        assert_eq!(decide(&event, &coming, Answer::Decline, NOW), Ok(-1));
    }

    #[test]
    fn who_waits_can_leave_at_any_time_and_nobody_waits_for_more_than_there_is() {
        let event = Event {
            offer_hours: Some(24),
            companions_max: 20,
            closed_at: Some(NOW),
            ..event()
        };
        let waiting = Guest {
            waiting_since: Some(Instant(1)),
            ..guest()
        };
        let late = Instant(5_500);
        assert_eq!(decide(&event, &waiting, Answer::Decline, late), Ok(0));
        let open = Event {
            closed_at: None,
            ..event
        };
        let wait = |companions| decide(&open, &guest(), Answer::Wait { companions }, NOW);
        assert_eq!(wait(2), Ok(0));
        assert_eq!(wait(3), Err(AnswerError::TooManyCompanions { max: 2 }));
    }

    #[test]
    fn an_organiser_can_enter_late_what_a_guest_said_but_not_more_than_there_is() {
        let event = Event {
            offer_hours: Some(24),
            is_awaited: true,
            closed_at: Some(NOW),
            ..event()
        };
        let late = Instant(5_500);
        let enter =
            |companions, now| decide_for(&event, &guest(), Answer::Accept { companions }, now);
        assert_eq!(enter(2, late), Ok(3));
        assert_eq!(enter(3, late), Err(AnswerError::Full { left: 3 }));
        let many = Err(AnswerError::TooManyCompanions { max: 20 });
        assert_eq!(enter(21, late), many);
        let over = Err(AnswerError::NotOpen(Stage::Past));
        assert_eq!(enter(0, Instant(6_000)), over);
    }

    #[test]
    fn who_asks_for_a_place_takes_none_and_is_told_when_there_is_nothing_to_ask_for() {
        let ask = |event: &Event, guest: &Guest, companions| {
            decide(event, guest, Answer::Request { companions }, NOW)
        };
        assert_eq!(ask(&event(), &guest(), 1), Ok(0));
        let nearly_full = Event {
            taken: 2,
            ..event()
        };
        assert_eq!(ask(&nearly_full, &guest(), 0), Ok(0));
        let full = Err(AnswerError::Full { left: 1 });
        assert_eq!(ask(&nearly_full, &guest(), 1), full);
        let with_line = Event {
            offer_hours: Some(24),
            ..nearly_full.clone()
        };
        assert_eq!(ask(&with_line, &guest(), 1), Ok(0));
        let asked = Guest {
            requested_at: Some(Instant(1)),
            ..guest()
        };
        assert_eq!(ask(&nearly_full, &asked, 1), Ok(0));
        let late = Instant(5_500);
        assert_eq!(decide(&event(), &asked, Answer::Decline, late), Ok(0));
        let refused = Guest {
            refused_at: Some(NOW),
            ..asked
        };
        assert_eq!(ask(&event(), &refused, 0), Err(AnswerError::Refused));
        let yes = Answer::Accept { companions: 0 };
        assert_eq!(decide_for(&event(), &refused, yes, NOW), Ok(1));
    }

    #[test]
    fn who_leaves_it_open_holds_no_place() {
        let coming = Guest {
            places: 2,
            accepted_at: Some(NOW),
            ..guest()
        };
        assert_eq!(decide(&event(), &coming, Answer::Maybe, NOW), Ok(-2));
        assert_eq!(decide(&event(), &guest(), Answer::Maybe, NOW), Ok(0));
        let late = Err(AnswerError::TooLate);
        assert_eq!(
            decide(&event(), &coming, Answer::Maybe, Instant(5_500)),
            late
        );
    }

    #[test]
    fn nobody_waits_where_nobody_is_asked() {
        let wait = Answer::Wait { companions: 0 };
        assert_eq!(
            decide(&event(), &guest(), wait, NOW),
            Err(AnswerError::Full { left: 3 })
        );
    }

    #[test]
    fn what_is_offered_can_be_taken_even_when_nobody_new_can_come() {
        let event = Event {
            offer_hours: Some(24),
            is_awaited: true,
            taken: 3,
            closed_at: Some(NOW),
            ..event()
        };
        let offered = Guest {
            places: 2,
            waiting_since: Some(Instant(1)),
            offered_until: Some(Instant(2_000)),
            ..guest()
        };
        assert_eq!(offered.standing(), Standing::Offered);
        let take = |companions| decide(&event, &offered, Answer::Accept { companions }, NOW);
        assert_eq!(take(1), Ok(0));
        assert_eq!(take(0), Ok(-1));
        let lapsed = Guest {
            places: 0,
            ..offered.clone()
        };
        assert_eq!(lapsed.standing(), Standing::Lapsed);
        let yes = Answer::Accept { companions: 0 };
        let closed = Err(AnswerError::NotOpen(Stage::Closed));
        assert_eq!(decide(&event, &lapsed, yes, NOW), closed);
    }

    #[test]
    fn companions_count_as_places() {
        assert_eq!(
            decide(&event(), &guest(), Answer::Accept { companions: 1 }, NOW),
            Ok(2)
        );
        let guest = Guest {
            places: 2,
            accepted_at: Some(NOW),
            ..guest()
        };
        assert_eq!(
            decide(&event(), &guest, Answer::Accept { companions: 0 }, NOW),
            Ok(-1)
        );
        assert_eq!(decide(&event(), &guest, Answer::Decline, NOW), Ok(-2));
    }

    #[test]
    fn whom_an_organiser_let_in_beyond_the_number_stays() {
        let coming = Guest {
            places: 3,
            companions_max: Some(0),
            accepted_at: Some(NOW),
            ..guest()
        };
        let event = Event {
            taken: 3,
            ..event()
        };
        let say = |companions| decide(&event, &coming, Answer::Accept { companions }, NOW);
        assert_eq!((say(2), say(1)), (Ok(0), Ok(-1)));
        assert_eq!(say(3), Err(AnswerError::TooManyCompanions { max: 2 }));
    }

    #[test]
    fn an_own_number_of_companions_wins() {
        let guest = Guest {
            companions_max: Some(0),
            ..guest()
        };
        let answer = Answer::Accept { companions: 1 };
        assert_eq!(
            decide(&event(), &guest, answer, NOW),
            Err(AnswerError::TooManyCompanions { max: 0 })
        );
    }

    #[test]
    fn the_last_place_is_not_given_twice() {
        let event = Event {
            taken: 2,
            ..event()
        };
        let answer = Answer::Accept { companions: 1 };
        assert_eq!(
            decide(&event, &guest(), answer, NOW),
            Err(AnswerError::Full { left: 1 })
        );
    }

    #[test]
    fn nobody_answers_a_draft_a_past_event_or_too_late() {
        let yes = Answer::Accept { companions: 0 };
        let draft = Event {
            published_at: None,
            ..event()
        };
        assert_eq!(
            decide(&draft, &guest(), yes, NOW),
            Err(AnswerError::NotOpen(Stage::Draft))
        );
        assert_eq!(
            decide(&event(), &guest(), yes, Instant(7_000)),
            Err(AnswerError::NotOpen(Stage::Past))
        );
        assert_eq!(
            decide(&event(), &guest(), yes, Instant(5_000)),
            Err(AnswerError::TooLate)
        );
    }

    #[test]
    fn nobody_answers_before_it_opens() {
        let event = Event {
            opens_at: Some(Instant(2_000)),
            ..event()
        };
        let yes = Answer::Accept { companions: 0 };
        let decided = decide(&event, &guest(), yes, NOW);
        assert_eq!(decided, Err(AnswerError::TooEarly));
        assert_eq!(decide(&event, &guest(), yes, Instant(2_000)), Ok(1));
    }

    #[test]
    fn a_closed_event_lets_guests_cancel_but_not_accept() {
        let event = Event {
            closed_at: Some(NOW),
            taken: 1,
            ..event()
        };
        let coming = Guest {
            places: 1,
            accepted_at: Some(NOW),
            ..guest()
        };
        assert_eq!(decide(&event, &coming, Answer::Decline, NOW), Ok(-1));
        let yes = Answer::Accept { companions: 0 };
        assert_eq!(
            decide(&event, &guest(), yes, NOW),
            Err(AnswerError::NotOpen(Stage::Closed))
        );
    }
}
