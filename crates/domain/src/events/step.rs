//! The steps of an event's life.

use std::str::FromStr;

use super::{Event, Stage};
use crate::Instant;

/// What an organiser does with a whole event.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Step {
    /// Lets guests answer.
    Publish,
    /// Takes no more answers; guests can still take a yes back.
    Close,
    /// Takes answers again.
    Reopen,
    /// Calls it off, for good.
    Cancel,
    /// Puts it away.
    Archive,
    /// Gets it back into the list.
    Unarchive,
}

impl Step {
    /// Every step.
    pub const ALL: [Self; 6] = [
        Self::Publish,
        Self::Close,
        Self::Reopen,
        Self::Cancel,
        Self::Archive,
        Self::Unarchive,
    ];

    /// The value in forms and the key of its words.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Publish => "publish",
            Self::Close => "close",
            Self::Reopen => "reopen",
            Self::Cancel => "cancel",
            Self::Archive => "archive",
            Self::Unarchive => "unarchive",
        }
    }

    /// Whether the event is already where the step leads.
    pub const fn is_done(self, event: &Event) -> bool {
        match self {
            Self::Publish => {
                event.published_at.is_some()
                    && event.closed_at.is_none()
                    && event.cancelled_at.is_none()
            }
            Self::Close => event.closed_at.is_some(),
            Self::Reopen => event.closed_at.is_none(),
            Self::Cancel => event.cancelled_at.is_some(),
            Self::Archive => event.archived_at.is_some(),
            Self::Unarchive => event.archived_at.is_none(),
        }
    }

    /// Whether the step can be taken at `now`.
    pub fn is_possible(self, event: &Event, now: Instant) -> bool {
        let stage = event.stage(now);
        if self.is_done(event) || event.archived_at.is_some() {
            return self == Self::Unarchive && event.archived_at.is_some();
        }
        match self {
            Self::Publish => stage == Stage::Draft && now < event.schedule.ends_at,
            Self::Close => stage == Stage::Published,
            Self::Reopen => stage == Stage::Closed,
            Self::Cancel => matches!(stage, Stage::Published | Stage::Closed),
            Self::Archive => stage != Stage::Published,
            Self::Unarchive => false,
        }
    }
}

/// A text that names no step.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("no such step")]
pub struct UnknownStep;

impl FromStr for Step {
    type Err = UnknownStep;

    fn from_str(code: &str) -> Result<Self, UnknownStep> {
        Self::ALL
            .into_iter()
            .find(|step| step.code() == code)
            .ok_or(UnknownStep)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::events::tests::event;

    const NOW: Instant = Instant(1_000);

    fn possible(event: &Event, now: Instant) -> Vec<Step> {
        let possible = |step: &Step| step.is_possible(event, now);
        Step::ALL.into_iter().filter(possible).collect()
    }

    #[test]
    fn each_stage_has_its_steps() {
        use Step::{Archive, Cancel, Close, Publish, Reopen, Unarchive};
        let published = event();
        let draft = Event {
            published_at: None,
            ..event()
        };
        let closed = Event {
            closed_at: Some(NOW),
            ..event()
        };
        let cancelled = Event {
            cancelled_at: Some(NOW),
            ..event()
        };
        let archived = Event {
            archived_at: Some(NOW),
            ..closed.clone()
        };
        assert_eq!(possible(&draft, NOW), [Publish, Archive]);
        assert_eq!(possible(&published, NOW), [Close, Cancel]);
        assert_eq!(possible(&closed, NOW), [Reopen, Cancel, Archive]);
        assert_eq!(possible(&cancelled, NOW), [Archive]);
        assert_eq!(possible(&archived, NOW), [Unarchive]);
        let over = Instant(published.schedule.ends_at.0);
        assert_eq!(possible(&published, over), [Archive]);
        assert_eq!(possible(&draft, over), [Archive]);
    }

    #[test]
    fn codes_are_read_back() {
        for step in Step::ALL {
            assert_eq!(step.code().parse(), Ok(step));
        }
        assert_eq!("delete".parse::<Step>(), Err(UnknownStep));
    }
}
