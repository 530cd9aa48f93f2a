//! As what somebody with an account sits in front of a tenant.

use std::str::FromStr;

use super::{Party, Role};
use crate::Instant;

/// What the provider's support may do in a tenant that lets it in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Extent {
    /// Look.
    Read,
    /// Look, and change events and guests.
    Edit,
}

impl Extent {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Read, Self::Edit];

    /// The value in the database and in forms.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Read => "read",
            Self::Edit => "edit",
        }
    }
}

/// A text that names no extent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("no such extent")]
pub struct UnknownExtent;

impl FromStr for Extent {
    type Err = UnknownExtent;

    fn from_str(code: &str) -> Result<Self, UnknownExtent> {
        Self::ALL
            .into_iter()
            .find(|extent| extent.code() == code)
            .ok_or(UnknownExtent)
    }
}

/// A tenant lets support in for at most so long at a time.
pub const SUPPORT_MS_MAX: i64 = 4 * Instant::HOUR_MS;
/// The minutes that can be chosen.
pub const SUPPORT_MINUTES: [u16; 4] = [30, 60, 120, 240];

/// As what somebody with an account sits in front of a tenant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Seat {
    /// In its team.
    Team(Role),
    /// As the provider's support, which the tenant has let in.
    Support(Extent),
    /// As the provider's support that is in no tenant.
    SupportDesk,
}

impl Seat {
    /// The role in the team, if it is one.
    pub const fn role(self) -> Option<Role> {
        match self {
            Self::Team(role) => Some(role),
            Self::Support(_) | Self::SupportDesk => None,
        }
    }

    /// The column of the policy table.
    pub const fn party(self) -> Party {
        match self {
            Self::Team(role) => Party::User(role),
            Self::Support(extent) => Party::Support(extent),
            Self::SupportDesk => Party::SupportDesk,
        }
    }

    /// The key of its words, behind `role-`.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Team(role) => role.code(),
            Self::Support(Extent::Read) => "support-read",
            Self::Support(Extent::Edit) => "support-edit",
            Self::SupportDesk => "support",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn support_is_let_in_for_four_hours_at_most() {
        for minutes in SUPPORT_MINUTES {
            assert!(i64::from(minutes) * Instant::MINUTE_MS <= SUPPORT_MS_MAX);
        }
    }

    #[test]
    fn codes_are_read_back() {
        for extent in Extent::ALL {
            assert_eq!(extent.code().parse(), Ok(extent));
        }
        assert_eq!("all".parse::<Extent>(), Err(UnknownExtent));
    }
}
