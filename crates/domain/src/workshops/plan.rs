//! What an organiser enters about a workshop.

use super::Workshop;
use crate::{
    Bilingual, Instant,
    fields::{FieldError, Problem, optional_number, optional_text},
};

/// A workshop as it was typed, but for its times: they come from the caller, who knows zones.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct RawWorkshop {
    /// What it is called.
    pub title: Bilingual,
    /// Where it is.
    pub place: String,
    /// What it is about; Markdown.
    pub text: Bilingual,
    /// Number of places; empty means no limit.
    pub capacity: String,
}

/// A checked workshop.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WorkshopPlan {
    /// What it is called.
    pub title: Bilingual,
    /// Where it is.
    pub place: String,
    /// What it is about.
    pub text: Bilingual,
    /// Start and end.
    pub times: [Instant; 2],
    /// Number of places.
    pub capacity: Option<u32>,
}

impl WorkshopPlan {
    /// The longest title or place, in characters.
    pub const LINE_LENGTH_MAX: usize = 200;
    /// The largest number of places.
    pub const CAPACITY_MAX: u32 = 100_000;
    /// The longest text, in characters.
    pub const TEXT_LENGTH_MAX: usize = 2_000;

    /// Checks it. It ends after it starts and before everything is over (`end`): until then guests are kept.
    pub fn check(
        raw: &RawWorkshop,
        times: Option<[Instant; 2]>,
        end: Instant,
        mut errors: Vec<FieldError>,
    ) -> Result<Self, Vec<FieldError>> {
        let e = &mut errors;
        let title = raw.title.check("title", Self::LINE_LENGTH_MAX, e);
        if title.is_empty() {
            e.push(FieldError::new("title", Problem::Missing));
        }
        let place = optional_text("place", &raw.place, Self::LINE_LENGTH_MAX, e);
        let text = raw.text.check("more", Self::TEXT_LENGTH_MAX, e);
        let capacity = optional_number("capacity", &raw.capacity, 1, Self::CAPACITY_MAX, e);
        if let Some([starts_at, ends_at]) = times {
            if ends_at <= starts_at {
                e.push(FieldError::new("ends", Problem::EndsBeforeItStarts));
            } else if ends_at > end {
                e.push(FieldError::new("ends", Problem::AfterTheEnd));
            }
        }
        match times {
            Some(times) if errors.is_empty() => Ok(Self {
                title,
                place,
                text,
                times,
                capacity,
            }),
            _ => Err(errors),
        }
    }

    pub(super) fn numbered(self, number: u32) -> Workshop {
        let [starts_at, ends_at] = self.times;
        Workshop {
            number,
            title: self.title,
            place: self.place,
            text: self.text,
            starts_at,
            ends_at,
            capacity: self.capacity,
            is_off: false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn raw() -> RawWorkshop {
        RawWorkshop {
            title: Bilingual {
                main: "Führung".into(),
                english: String::new(),
            },
            ..RawWorkshop::default()
        }
    }

    #[test]
    fn a_workshop_ends_with_its_event_at_the_latest() {
        let check = |from, until| {
            let times = Some([Instant(from), Instant(until)]);
            WorkshopPlan::check(&raw(), times, Instant(100), Vec::new())
        };
        assert!(check(10, 100).is_ok());
        let ends = |problem| Err(vec![FieldError::new("ends", problem)]);
        assert_eq!(check(10, 10), ends(Problem::EndsBeforeItStarts));
        assert_eq!(check(10, 101), ends(Problem::AfterTheEnd));
    }

    #[test]
    fn everything_wrong_is_said_at_once() {
        let raw = RawWorkshop {
            capacity: "0".into(),
            ..RawWorkshop::default()
        };
        let wrong = WorkshopPlan::check(&raw, None, Instant(100), Vec::new()).expect_err("wrong");
        let fields: Vec<&str> = wrong.iter().map(|error| error.field.as_str()).collect();
        assert_eq!(fields, ["title", "capacity"]);
    }
}
