//! The stage of an event.

/// Where an event is in its life. Derived from its timestamps, never stored.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// Only the team sees it.
    Draft,
    /// Guests can answer.
    Published,
    /// Visible, but nobody can answer any more.
    Closed,
    /// Over.
    Past,
    /// Called off.
    Cancelled,
}

impl Stage {
    /// The key of the stage's word in the translation files.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Published => "published",
            Self::Closed => "closed",
            Self::Past => "past",
            Self::Cancelled => "cancelled",
        }
    }
}
