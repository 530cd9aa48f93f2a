//! What is shown of roles at single events, and what their form sends.

use serde::{Deserialize, Serialize};

/// A role at a single event.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AssignmentView {
    /// Which event.
    pub event: String,
    /// Its title.
    pub title: String,
    /// The role's code.
    pub role: String,
    /// Since when.
    pub since: String,
    /// By whom.
    pub by: String,
    /// The last day in words; empty for good.
    pub until_shown: String,
}

/// Which role to give at which event.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct AssignForm {
    /// Which event.
    #[serde(default)]
    pub event: String,
    /// The role's code.
    #[serde(default)]
    pub role: String,
    /// The last day; empty for good.
    #[serde(default)]
    pub until: String,
}
