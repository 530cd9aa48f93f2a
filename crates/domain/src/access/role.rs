//! Roles of a tenant's team.

use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// What somebody is in a tenant's team.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Role {
    /// Answers for the tenant: everything.
    Owner,
    /// Everything but ownership.
    Admin,
    /// Plans events, invites and sees guests.
    EventManager,
    /// Lets guests in.
    CheckIn,
    /// Sees figures, no personal data.
    Analyst,
    /// Sees protection and the log; edits no guests.
    DataProtectionOfficer,
    /// Works at single events only, at each as what its grant says.
    Assigned,
}

impl Role {
    /// Every role.
    pub const ALL: [Self; 7] = [
        Self::Owner,
        Self::Admin,
        Self::EventManager,
        Self::CheckIn,
        Self::Analyst,
        Self::DataProtectionOfficer,
        Self::Assigned,
    ];
    /// What somebody can be at a single event.
    pub const AT_EVENT: [Self; 3] = [Self::EventManager, Self::CheckIn, Self::Analyst];

    /// The value in the database, on the command line and in the policy table.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Owner => "owner",
            Self::Admin => "admin",
            Self::EventManager => "event-manager",
            Self::CheckIn => "check-in",
            Self::Analyst => "analyst",
            Self::DataProtectionOfficer => "data-protection-officer",
            Self::Assigned => "assigned",
        }
    }
}

/// A text that names no role.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("no such role")]
pub struct UnknownRole;

impl FromStr for Role {
    type Err = UnknownRole;

    fn from_str(code: &str) -> Result<Self, UnknownRole> {
        Self::ALL
            .into_iter()
            .find(|role| role.code() == code)
            .ok_or(UnknownRole)
    }
}
