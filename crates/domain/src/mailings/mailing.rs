//! What an organiser writes to many guests of an event.

use std::str::FromStr;

use super::LetterKind;
use crate::{
    Instant,
    events::{Event, Stage},
    guests::Standing,
};

/// What an organiser writes to many guests of an event, in the order of an event's life.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Mailing {
    /// The date, before the invitation.
    SaveTheDate,
    /// The invitation with the personal link.
    Invitation,
    /// Once more, to who has not answered.
    Reminder,
    /// Thanks to who had accepted, when it is over.
    Thanks,
}

/// A text that names no mailing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("no such mailing")]
pub struct UnknownMailing;

impl Mailing {
    /// Every mailing.
    pub const ALL: [Self; 4] = [
        Self::SaveTheDate,
        Self::Invitation,
        Self::Reminder,
        Self::Thanks,
    ];

    /// Nobody is reminded within this time of the invitation or of another reminder.
    pub const PAUSE_MS: i64 = 2 * Instant::DAY_MS;

    /// The value in the database and in addresses, and the key of its words.
    pub const fn code(self) -> &'static str {
        match self {
            Self::SaveTheDate => "save-the-date",
            Self::Invitation => "invitation",
            Self::Reminder => "reminder",
            Self::Thanks => "thanks",
        }
    }

    /// The kind of its mails.
    pub const fn kind(self) -> LetterKind {
        match self {
            Self::SaveTheDate => LetterKind::SaveTheDate,
            Self::Invitation => LetterKind::Invitation,
            Self::Reminder => LetterKind::Reminder,
            Self::Thanks => LetterKind::Thanks,
        }
    }

    /// Where guests stand who get it: at one of these, two at most.
    pub const fn standings(self) -> &'static [Standing] {
        match self {
            Self::SaveTheDate | Self::Invitation => &[Standing::Listed],
            Self::Reminder => &[Standing::Open, Standing::Maybe],
            Self::Thanks => &[Standing::Accepted],
        }
    }

    /// Whether nobody can do without the personal link.
    pub const fn needs_link(self) -> bool {
        matches!(self, Self::Invitation | Self::Reminder)
    }

    /// Since when who got a mail of these kinds does not get this one: at any time, or lately.
    pub const fn unless(self, now: Instant) -> ([&'static str; 2], Instant) {
        let ever = Instant(i64::MIN);
        match self {
            // Whoever is invited stands elsewhere.
            Self::Invitation => (["", ""], ever),
            Self::Reminder => (["invitation", "reminder"], now.plus_ms(-Self::PAUSE_MS)),
            Self::SaveTheDate => (["save-the-date", ""], ever),
            Self::Thanks => (["thanks", ""], ever),
        }
    }

    /// Whether it can be sent at `now`: guests can do what it asks for. The date can be told of a draft, too.
    pub fn is_possible(self, event: &Event, now: Instant) -> bool {
        let stage = event.stage(now);
        match self {
            Self::SaveTheDate => stage != Stage::Cancelled && now < event.schedule.starts_at,
            // Before answers are taken guests can be invited already.
            Self::Invitation => stage == Stage::Published && now < event.answer_until,
            Self::Reminder => event.takes_answers(now),
            Self::Thanks => stage == Stage::Past && now < event.delete_after,
        }
    }
}

impl FromStr for Mailing {
    type Err = UnknownMailing;

    /// The mailing of a code; the invitation if nothing is said.
    fn from_str(code: &str) -> Result<Self, UnknownMailing> {
        if code.is_empty() {
            return Ok(Self::Invitation);
        }
        Self::ALL
            .into_iter()
            .find(|mailing| mailing.code() == code)
            .ok_or(UnknownMailing)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::events::tests::event;

    #[test]
    fn each_mailing_has_its_time() {
        let draft = Event {
            published_at: None,
            ..event()
        };
        let early = Event {
            opens_at: Some(Instant(2_000)),
            ..event()
        };
        let possible = |event: &Event, now| {
            Mailing::ALL.map(|mailing| mailing.is_possible(event, Instant(now)))
        };
        assert_eq!(possible(&draft, 1_000), [true, false, false, false]);
        assert_eq!(possible(&early, 1_000), [true, true, false, false]);
        assert_eq!(possible(&event(), 1_000), [true, true, true, false]);
        assert_eq!(possible(&event(), 5_500), [false, false, false, false]);
        assert_eq!(possible(&event(), 7_000), [false, false, false, true]);
        assert_eq!(possible(&event(), 9_000), [false; 4]);
        let cancelled = Event {
            cancelled_at: Some(Instant(0)),
            ..event()
        };
        assert_eq!(possible(&cancelled, 7_000), [false; 4]);
    }

    #[test]
    fn codes_are_read_as_they_are_written() {
        for mailing in Mailing::ALL {
            assert_eq!(mailing.code().parse(), Ok(mailing));
            assert_eq!(mailing.kind().code(), mailing.code());
        }
        assert_eq!("".parse(), Ok(Mailing::Invitation));
        assert_eq!("x".parse::<Mailing>(), Err(UnknownMailing));
    }
}
