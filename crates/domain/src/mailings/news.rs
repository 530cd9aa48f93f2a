//! What guests must be told when an event changes under them.

use super::LetterKind;
use crate::{Instant, events::Event};

/// What guests must be told when an event changes under them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum News {
    /// Its time or place is another.
    Moved,
    /// It is called off.
    Cancelled,
}

impl News {
    /// The longest word that goes with it, in characters.
    pub const MESSAGE_LENGTH_MAX: usize = 2_000;

    /// What there is to tell about an event, and since when. Nothing any more once it is over.
    pub fn of(event: &Event, now: Instant) -> Option<(Self, Instant)> {
        if now >= event.schedule.ends_at || event.published_at.is_none() {
            return None;
        }
        let cancelled = event.cancelled_at.map(|at| (Self::Cancelled, at));
        cancelled.or(event.moved_at.map(|at| (Self::Moved, at)))
    }

    /// The kind of the mail that tells it.
    pub const fn kind(self) -> LetterKind {
        match self {
            Self::Moved => LetterKind::EventMoved,
            Self::Cancelled => LetterKind::EventCancelled,
        }
    }

    /// The key of its words.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Moved => "moved",
            Self::Cancelled => "cancelled",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::events::tests::event;

    #[test]
    fn a_cancellation_is_told_rather_than_a_move_and_nothing_when_it_is_over() {
        let moved = Event {
            moved_at: Some(Instant(7)),
            ..event()
        };
        let off = Event {
            cancelled_at: Some(Instant(8)),
            ..moved.clone()
        };
        let now = Instant(10);
        assert_eq!(News::of(&event(), now), None);
        assert_eq!(News::of(&moved, now), Some((News::Moved, Instant(7))));
        assert_eq!(News::of(&off, now), Some((News::Cancelled, Instant(8))));
        assert_eq!(News::of(&off, off.schedule.ends_at), None);
    }
}
