//! Where a guest stands.

use std::str::FromStr;

/// Where a guest stands; derived from timestamps, never stored.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Standing {
    /// On the list, no invitation yet.
    Listed,
    /// Invited, no answer yet.
    Open,
    /// Registered, and has not yet shown that the address is the own one.
    Unconfirmed,
    /// Left it open whether to come.
    Maybe,
    /// Asks for a place, and an organiser has to decide.
    Requested,
    /// Waits for a place.
    Waiting,
    /// Waited, and is offered a place until a deadline.
    Offered,
    /// Was offered a place and let the deadline pass.
    Lapsed,
    /// Said yes.
    Accepted,
    /// Said no.
    Declined,
    /// Said yes and took it back.
    Cancelled,
    /// Asked for a place and was refused.
    Refused,
}

impl Standing {
    /// Every standing, in the order of the list's filters.
    pub const ALL: [Self; 12] = [
        Self::Listed,
        Self::Open,
        Self::Unconfirmed,
        Self::Maybe,
        Self::Requested,
        Self::Waiting,
        Self::Offered,
        Self::Lapsed,
        Self::Accepted,
        Self::Declined,
        Self::Cancelled,
        Self::Refused,
    ];

    /// The value in addresses and the key of its word.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Listed => "listed",
            Self::Open => "open",
            Self::Unconfirmed => "unconfirmed",
            Self::Maybe => "maybe",
            Self::Requested => "requested",
            Self::Waiting => "waiting",
            Self::Offered => "offered",
            Self::Lapsed => "lapsed",
            Self::Accepted => "accepted",
            Self::Declined => "declined",
            Self::Cancelled => "cancelled",
            Self::Refused => "refused",
        }
    }
}

/// A text that names no standing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("no such standing")]
pub struct UnknownStanding;

impl FromStr for Standing {
    type Err = UnknownStanding;

    fn from_str(code: &str) -> Result<Self, UnknownStanding> {
        Self::ALL
            .into_iter()
            .find(|standing| standing.code() == code)
            .ok_or(UnknownStanding)
    }
}
