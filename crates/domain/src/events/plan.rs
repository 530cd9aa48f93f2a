//! What an organiser enters to create or change an event.

use serde::{Deserialize, Serialize};

use super::{Admission, AnswerRules, Event, EventText};
use crate::{
    Instant,
    fields::{FieldError, Problem, optional_number, optional_text, required_text},
};

/// The largest number of places of one event.
pub const CAPACITY_MAX: u32 = 1_000_000;
/// The largest number of companions of one guest.
pub const COMPANIONS_MAX: u32 = 20;
/// The longest time for which a place is offered to somebody who waits, in hours.
pub const OFFER_HOURS_MAX: u32 = 30 * 24;

/// When an event takes place: two instants and the zone in which people read them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Schedule {
    /// Start.
    pub starts_at: Instant,
    /// End, after the start.
    pub ends_at: Instant,
    /// IANA time zone, such as `Europe/Vienna`.
    pub zone: String,
}

/// From when until when can be answered, where it is not from publishing until the start.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct AnswerTime {
    /// From when on; `None` means as soon as the event is published.
    pub opens_at: Option<Instant>,
    /// Until when; `None` means until the start.
    pub until: Option<Instant>,
}

/// Numbers about places, as they were typed.
#[derive(Debug, Clone, Copy, Default)]
pub struct RawPlaces<'a> {
    /// Number of places; empty means no limit.
    pub capacity: &'a str,
    /// Companions each guest may bring; empty means none.
    pub companions: &'a str,
    /// Hours for which somebody who waits is offered a place; empty means that nobody can wait.
    pub offer_hours: &'a str,
}

/// A checked plan of an event.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EventPlan {
    /// What people read.
    pub text: EventText,
    /// When.
    pub schedule: Schedule,
    /// Who may take part.
    pub admission: Admission,
    /// Number of places; `None` means no limit.
    pub capacity: Option<u32>,
    /// Companions each guest may bring.
    pub companions_max: u32,
    /// Hours for which somebody who waits is offered a place; `None` means that nobody can wait for one.
    pub offer_hours: Option<u32>,
    /// How can be answered.
    pub rules: AnswerRules,
    /// When can be answered.
    pub answers: AnswerTime,
}

impl EventPlan {
    /// The longest title, in characters.
    pub const TITLE_LENGTH_MAX: usize = 120;
    /// The longest place, in characters.
    pub const PLACE_LENGTH_MAX: usize = 200;
    /// The longest description, in characters.
    pub const DESCRIPTION_LENGTH_MAX: usize = 10_000;

    /// Checks texts and numbers. `schedule` comes from the caller, who knows zones.
    pub fn check(
        text: &EventText,
        schedule: Option<Schedule>,
        answers: AnswerTime,
        admission: &str,
        places: RawPlaces<'_>,
        rules: AnswerRules,
        mut errors: Vec<FieldError>,
    ) -> Result<Self, Vec<FieldError>> {
        let e = &mut errors;
        let text = EventText {
            title: required_text("title", &text.title, Self::TITLE_LENGTH_MAX, e),
            place: optional_text("place", &text.place, Self::PLACE_LENGTH_MAX, e),
            description: optional_text(
                "description",
                &text.description,
                Self::DESCRIPTION_LENGTH_MAX,
                e,
            ),
        };
        if let Some(schedule) = &schedule
            && schedule.ends_at <= schedule.starts_at
        {
            e.push(FieldError::new("ends", Problem::EndsBeforeItStarts));
        }
        if let Some(schedule) = &schedule {
            check_answers(schedule, answers, e);
        }
        let admission = admission.parse().ok();
        if admission.is_none() {
            e.push(FieldError::new("admission", Problem::UnknownChoice));
        }
        let capacity = optional_number("capacity", places.capacity, 1, CAPACITY_MAX, e);
        let companions_max = optional_number("companions", places.companions, 0, COMPANIONS_MAX, e);
        let offer_hours = optional_number("offer-hours", places.offer_hours, 1, OFFER_HOURS_MAX, e);
        match (schedule, admission) {
            (Some(schedule), Some(admission)) if errors.is_empty() => Ok(Self {
                text,
                schedule,
                admission,
                capacity,
                companions_max: companions_max.unwrap_or(0),
                offer_hours,
                rules,
                answers,
            }),
            _ => Err(errors),
        }
    }

    /// When the guests' data of this plan is deleted.
    pub fn delete_after(&self) -> Instant {
        self.schedule.ends_at.plus_days(Event::RETENTION_DAYS)
    }

    /// Until when can be answered.
    pub fn answer_until(&self) -> Instant {
        self.answers.until.unwrap_or(self.schedule.starts_at)
    }
}

/// Nobody answers when it is over, or before it opens.
fn check_answers(schedule: &Schedule, answers: AnswerTime, errors: &mut Vec<FieldError>) {
    let until = answers.until.unwrap_or(schedule.starts_at);
    if answers.until.is_some_and(|until| until > schedule.ends_at) {
        errors.push(FieldError::new("answer-until", Problem::AfterTheEnd));
    }
    if answers.opens_at.is_some_and(|opens_at| opens_at >= until) {
        errors.push(FieldError::new("opens", Problem::OpensAfterDeadline));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn schedule(starts_at: i64, ends_at: i64) -> Schedule {
        let zone = "Europe/Vienna".to_owned();
        Schedule {
            starts_at: Instant(starts_at),
            ends_at: Instant(ends_at),
            zone,
        }
    }

    fn text(title: &str) -> EventText {
        EventText {
            title: title.to_owned(),
            ..EventText::default()
        }
    }

    #[test]
    fn an_event_ends_after_it_starts() {
        let plan = EventPlan::check(
            &text("Ball"),
            Some(schedule(5, 5)),
            AnswerTime::default(),
            "open",
            RawPlaces::default(),
            AnswerRules::default(),
            Vec::new(),
        );
        let problem = FieldError::new("ends", Problem::EndsBeforeItStarts);
        assert_eq!(plan, Err(vec![problem]));
    }

    #[test]
    fn no_number_of_places_means_no_limit() {
        let plan = EventPlan::check(
            &text("Ball"),
            Some(schedule(5, 6)),
            AnswerTime::default(),
            "open",
            RawPlaces {
                capacity: " ",
                ..RawPlaces::default()
            },
            AnswerRules::default(),
            Vec::new(),
        );
        assert_eq!(plan.map(|plan| plan.capacity), Ok(None));
    }

    #[test]
    fn answers_end_with_the_event_and_begin_before_they_end() {
        let check = |opens_at, until| {
            let answers = AnswerTime { opens_at, until };
            let schedule = Some(schedule(5, 8));
            let places = RawPlaces::default();
            let rules = AnswerRules::default();
            EventPlan::check(
                &text("Ball"),
                schedule,
                answers,
                "open",
                places,
                rules,
                Vec::new(),
            )
            .map(|plan| plan.answer_until())
        };
        let at = |at| Some(Instant(at));
        assert_eq!(check(None, None), Ok(Instant(5)));
        assert_eq!(check(at(4), None), Ok(Instant(5)));
        assert_eq!(check(at(6), at(8)), Ok(Instant(8)));
        let late = FieldError::new("answer-until", Problem::AfterTheEnd);
        assert_eq!(check(None, at(9)), Err(vec![late]));
        let never = FieldError::new("opens", Problem::OpensAfterDeadline);
        assert_eq!(check(at(5), None), Err(vec![never]));
    }

    #[test]
    fn numbers_that_are_none_are_refused() {
        for (capacity, companions, offer_hours) in [
            ("0", "", ""),
            ("-1", "", ""),
            ("many", "", ""),
            ("10", "21", ""),
            ("1e3", "", ""),
            ("10", "", "0"),
            ("10", "", "721"),
        ] {
            let places = RawPlaces {
                capacity,
                companions,
                offer_hours,
            };
            let plan = EventPlan::check(
                &text("Ball"),
                Some(schedule(5, 6)),
                AnswerTime::default(),
                "open",
                places,
                AnswerRules::default(),
                Vec::new(),
            );
            assert_eq!(
                plan.expect_err("a number is wrong").len(),
                1,
                "{capacity}/{companions}/{offer_hours}"
            );
        }
    }
}
