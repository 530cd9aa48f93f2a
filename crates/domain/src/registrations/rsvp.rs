//! What a guest answers.

/// What a guest answers, as a form says it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Rsvp {
    /// Comes.
    Yes,
    /// Comes as soon as there is a place.
    Wait,
    /// Leaves it open.
    Maybe,
    /// Does not come, or no longer.
    #[default]
    No,
}

impl Rsvp {
    /// Whether the guest wants to come.
    pub const fn comes(self) -> bool {
        matches!(self, Self::Yes | Self::Wait)
    }
}
