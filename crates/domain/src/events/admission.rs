//! Who may take part.

use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// Who may take part in an event.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Admission {
    /// Anybody can register on the event's page.
    Open,
    /// Only who got a personal link.
    InvitationOnly,
}

impl Admission {
    /// The value in forms and in the database.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::InvitationOnly => "invitation",
        }
    }
}

/// A text that names no kind of admission.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("neither open nor by invitation")]
pub struct UnknownAdmission;

impl FromStr for Admission {
    type Err = UnknownAdmission;

    fn from_str(code: &str) -> Result<Self, UnknownAdmission> {
        match code {
            "open" => Ok(Self::Open),
            "invitation" => Ok(Self::InvitationOnly),
            _ => Err(UnknownAdmission),
        }
    }
}
