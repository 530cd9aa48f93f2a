//! What is shown of the access of support, and what its form sends.

use serde::{Deserialize, Serialize};

/// A time for which support was or is let in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AccessView {
    /// Which.
    pub id: String,
    /// The account of who was let in.
    pub user: String,
    /// The name.
    pub name: String,
    /// Who let them in.
    pub by: String,
    /// Why.
    pub reason: String,
    /// The code of what they may or might do.
    pub extent: String,
    /// From when.
    pub from: String,
    /// The day of the beginning, as a form has it.
    pub from_day: String,
    /// Until when.
    pub until: String,
    /// The day of the end, as a form has it.
    pub until_day: String,
    /// Whether it lasts.
    pub lasts: bool,
    /// So often they looked at something.
    pub looks: i64,
    /// So often they changed something.
    pub changes: i64,
}

/// Somebody who can be let in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CandidateView {
    /// The account.
    pub user: String,
    /// The name.
    pub name: String,
}

/// A tenant that lets support in at the moment, as support sees it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct WorkspaceView {
    /// Which.
    pub tenant: String,
    /// Its name.
    pub name: String,
    /// Why.
    pub reason: String,
    /// The code of what may be done.
    pub extent: String,
    /// Until when.
    pub until: String,
    /// Whether the session is in it.
    pub is_this: bool,
}

/// Whom to let in, and why.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct LetInForm {
    /// The account.
    #[serde(default)]
    pub user: String,
    /// Why.
    #[serde(default)]
    pub reason: String,
    /// The code of what they may do.
    #[serde(default)]
    pub extent: String,
    /// For so many minutes.
    #[serde(default)]
    pub minutes: String,
}
