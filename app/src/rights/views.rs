//! What is held about somebody, in words.

use serde::{Deserialize, Serialize};

/// What is held of somebody at one event. Times are as people write them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct HoldingView {
    /// The event.
    pub title: String,
    /// When it takes place.
    pub when: String,
    /// The day on which all of it is deleted.
    pub delete_on: String,
    /// Names and values.
    pub facts: Vec<(String, String)>,
    /// Mails: what, and when.
    pub mails: Vec<(String, String)>,
    /// What was done: what, by whom, and when.
    pub deeds: Vec<(String, String, String)>,
}

/// Everything that an organiser holds about a person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OwnDataView {
    /// The organiser's name.
    pub organiser: String,
    /// The person's random id.
    pub person: String,
    /// Since when the person gets no mailings; empty if they do.
    #[serde(default)]
    pub objects: String,
    /// Until when the link is good.
    pub until: String,
    /// For each event.
    pub holdings: Vec<HoldingView>,
}
