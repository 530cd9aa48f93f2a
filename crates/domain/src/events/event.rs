//! An event.

use serde::{Deserialize, Serialize};

use super::{Admission, AnswerRules, Cover, EventPage, Schedule, Stage, page};
use crate::{Instant, Locale, ids::EventId, questions::Questionnaire, workshops::Programme};

/// What people read about an event; encrypted under the event's own key.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct EventText {
    /// Title.
    pub title: String,
    /// Where it takes place, in the organiser's words.
    pub place: String,
    /// What it is about; Markdown.
    pub description: String,
}

/// An event with everything that its rules need.
#[derive(Debug, Clone)]
pub struct Event {
    /// Its id.
    pub id: EventId,
    /// The last part of its public address.
    pub slug: String,
    /// What people read.
    pub text: EventText,
    /// What else stands on its page.
    pub page: EventPage,
    /// What it asks its guests.
    pub questions: Questionnaire,
    /// The picture on top of its page.
    pub cover: Option<Cover>,
    /// What guests can choose.
    pub programme: Programme,
    /// Start, end and zone.
    pub schedule: Schedule,
    /// Who may take part.
    pub admission: Admission,
    /// Number of places; `None` means no limit.
    pub capacity: Option<u32>,
    /// Places taken, companions counted.
    pub taken: u32,
    /// Companions each guest may bring, unless the guest has an own number.
    pub companions_max: u32,
    /// Hours for which somebody who waits is offered a place; `None` means that nobody can wait for one.
    pub offer_hours: Option<u32>,
    /// How guests may answer.
    pub rules: AnswerRules,
    /// Whether somebody waits who can be written to and wants no more places than the event has.
    pub is_awaited: bool,
    /// From when on can be answered; `None` means as soon as it is published.
    pub opens_at: Option<Instant>,
    /// Until when can be answered; the start if not set otherwise.
    pub answer_until: Instant,
    /// When personal data of the guests is deleted.
    pub delete_after: Instant,
    /// When it was created.
    pub created_at: Instant,
    /// When it was published.
    pub published_at: Option<Instant>,
    /// When answering was closed by hand.
    pub closed_at: Option<Instant>,
    /// When it was called off.
    pub cancelled_at: Option<Instant>,
    /// When its time or place was last changed after it was published.
    pub moved_at: Option<Instant>,
    /// When it was put away: it is no longer in the list of events.
    pub archived_at: Option<Instant>,
}

impl Event {
    /// Days between the end of an event and the deletion of its guests' data, unless set otherwise.
    pub const RETENTION_DAYS: i64 = 30;

    /// Title, for a reader.
    pub fn title(&self, locale: Locale) -> &str {
        page::shown(&self.text, &self.page, locale)[0]
    }

    /// Where it takes place, for a reader.
    pub fn place(&self, locale: Locale) -> &str {
        page::shown(&self.text, &self.page, locale)[1]
    }

    /// What it is about, for a reader; Markdown.
    pub fn description(&self, locale: Locale) -> &str {
        page::shown(&self.text, &self.page, locale)[2]
    }

    /// The stage at `now`.
    pub fn stage(&self, now: Instant) -> Stage {
        if self.cancelled_at.is_some() {
            Stage::Cancelled
        } else if self.published_at.is_none() {
            Stage::Draft
        } else if now >= self.schedule.ends_at {
            Stage::Past
        } else if self.closed_at.is_some() {
            Stage::Closed
        } else {
            Stage::Published
        }
    }

    /// Whether answers and registrations are taken at `now`.
    pub fn takes_answers(&self, now: Instant) -> bool {
        self.stage(now) == Stage::Published && !self.is_early(now) && now < self.answer_until
    }

    /// Whole days for which answers are still taken at `now`; nothing when they are not.
    pub fn days_left(&self, now: Instant) -> Option<u32> {
        let left = (self.answer_until.0 - now.0) / Instant::DAY_MS;
        self.takes_answers(now)
            .then(|| u32::try_from(left).unwrap_or(u32::MAX))
    }

    /// Whether answers are not yet taken at `now`.
    pub fn is_early(&self, now: Instant) -> bool {
        self.opens_at.is_some_and(|opens_at| now < opens_at)
    }

    /// Places that are left; `None` means no limit.
    pub fn places_left(&self) -> Option<u32> {
        self.capacity
            .map(|capacity| capacity.saturating_sub(self.taken))
    }

    /// Places for somebody who does not wait yet; `None` means no limit. Whoever waits comes first.
    pub fn places_free(&self) -> Option<u32> {
        if self.offer_hours.is_some() && self.is_awaited {
            Some(0)
        } else {
            self.places_left()
        }
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use crate::events::Admission;

    /// A published event from 5,000 to 6,000 with three places, by invitation, one companion each.
    pub(crate) fn event() -> Event {
        Event {
            id: EventId::from_uuid(uuid::Uuid::from_u128(1)),
            slug: "ball".into(),
            text: EventText::default(),
            page: EventPage::default(),
            questions: Questionnaire::default(),
            cover: None,
            programme: Programme::default(),
            schedule: Schedule {
                starts_at: Instant(5_000),
                ends_at: Instant(6_000),
                zone: "Europe/Vienna".into(),
            },
            admission: Admission::InvitationOnly,
            capacity: Some(3),
            taken: 0,
            companions_max: 1,
            offer_hours: None,
            rules: AnswerRules::default(),
            is_awaited: false,
            opens_at: None,
            answer_until: Instant(5_000),
            delete_after: Instant(9_000),
            created_at: Instant(0),
            published_at: Some(Instant(0)),
            closed_at: None,
            cancelled_at: None,
            moved_at: None,
            archived_at: None,
        }
    }

    #[test]
    fn answers_are_taken_between_opening_and_deadline() {
        let event = Event {
            opens_at: Some(Instant(2_000)),
            answer_until: Instant(4_000),
            ..event()
        };
        for (now, taken) in [(1_999, false), (2_000, true), (3_999, true), (4_000, false)] {
            assert_eq!(event.takes_answers(Instant(now)), taken, "{now}");
        }
    }

    #[test]
    fn days_are_counted_to_the_deadline() {
        let day = Instant::DAY_MS;
        let mut event = event();
        event.answer_until = Instant(10 * day);
        event.schedule.ends_at = Instant(20 * day);
        for (now, left) in [
            (7 * day - 1, Some(3)),
            (7 * day + 1, Some(2)),
            (10 * day - 1, Some(0)),
            (10 * day, None),
        ] {
            assert_eq!(event.days_left(Instant(now)), left, "{now}");
        }
    }
}
