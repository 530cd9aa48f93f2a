//! Workshops as the browser may know them.

use serde::{Deserialize, Serialize};

/// A workshop as a guest may see it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct WorkshopView {
    /// Names it within its event.
    pub number: u32,
    /// What it is called.
    pub title: String,
    /// When, in words.
    pub when: String,
    /// Where; empty if nothing is said.
    pub place: String,
    /// What it is about, as HTML.
    pub about: String,
    /// Whether there are free places. How many, is not for everybody: who counts them finds out who else takes part.
    pub has_places: bool,
    /// What the guest has: `place`, `wait` or nothing.
    pub picked: String,
    /// Whether it can be chosen or left.
    pub is_open: bool,
}

/// A workshop with its figures.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct WorkshopLineView {
    /// The workshop.
    pub workshop: WorkshopView,
    /// Places taken.
    pub taken: u32,
    /// Guests who have chosen it.
    pub guests: u32,
    /// Guests who wait for a place.
    pub waiting: u32,
    /// What the form starts with.
    pub form: WorkshopForm,
}

/// The workshops of an event, for those who plan it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct WorkshopsView {
    /// Those that take place.
    pub lines: Vec<WorkshopLineView>,
    /// What the form of a new one starts with.
    pub new: WorkshopForm,
}

/// A workshop as it was typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct WorkshopForm {
    /// What is done: `put` or `remove`.
    pub what: String,
    /// The number of the workshop; 0 for a new one.
    pub number: u32,
    /// What it is called.
    pub title: String,
    /// The same in English.
    pub title_en: String,
    /// Start as `YYYY-MM-DDTHH:MM` in the event's zone.
    pub starts: String,
    /// End likewise.
    pub ends: String,
    /// Where it is.
    pub place: String,
    /// Number of places; empty means no limit.
    pub capacity: String,
    /// What it is about.
    pub more: String,
    /// The same in English.
    pub more_en: String,
}
