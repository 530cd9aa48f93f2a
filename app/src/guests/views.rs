//! Guests as the browser may know them.

use serde::{Deserialize, Serialize};

/// A guest in a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct GuestView {
    /// Its id.
    pub id: String,
    /// The event's id.
    pub event: String,
    /// Name with titles.
    pub full_name: String,
    /// Up to two letters.
    pub initials: String,
    /// Address; empty if none.
    pub email: String,
    /// Company.
    pub company: String,
    /// Position.
    pub position: String,
    /// Phone.
    pub phone: String,
    /// Standing, see [`domain::guests::Standing::code`].
    pub standing: String,
    /// What the guest is tagged with.
    pub tags: Vec<String>,
    /// Workshops that the guest has chosen, where it is shown.
    pub workshops: Vec<String>,
    /// Places taken.
    pub places: u32,
    /// Places that are wished for by somebody who has none.
    pub wanted: Option<u32>,
    /// Names of companions.
    pub companions: Vec<String>,
    /// A word to the organiser.
    pub message: String,
    /// Questions of the event and what was replied.
    pub replies: Vec<(String, String)>,
    /// Likewise of special categories, for whoever may see them.
    pub special: Vec<(String, String)>,
    /// When the last answer came; empty if none.
    pub answered: String,
    /// Since when the address gets no mailings; empty if it does.
    #[serde(default)]
    pub objects: String,
}

/// A page of the list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct GuestPageView {
    /// Guests.
    pub guests: Vec<GuestView>,
    /// The last one, when there are more.
    pub next: Option<String>,
    /// What was searched for.
    pub searched: String,
}

/// One line of a history.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct HistoryView {
    /// What was done, such as `guest.accepted`.
    pub action: String,
    /// When, as people write it.
    pub at: String,
    /// Who, in words.
    pub actor: String,
    /// Route and network.
    pub origin: String,
    /// Field, before, after.
    pub fields: Vec<(String, String, String)>,
}

/// A guest as an organiser types it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct GuestForm {
    /// `ms`, `mr` or empty.
    pub salutation: String,
    /// Titles before the name.
    pub title_before: String,
    /// First name.
    pub given_name: String,
    /// Last name.
    pub family_name: String,
    /// Titles after the name.
    pub title_after: String,
    /// Address.
    pub email: String,
    /// Phone.
    pub phone: String,
    /// Company.
    pub company: String,
    /// Position.
    pub position: String,
    /// `de`, `en` or empty.
    pub language: String,
    /// Companions this guest may bring; empty for as many as others.
    pub companions_max: String,
    /// Whether the guest has said yes already.
    pub comes: bool,
    /// Random key of the form.
    pub request_key: String,
}

/// Guests who are picked from a list.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ChosenForm {
    /// Their ids.
    pub guests: Vec<String>,
    /// Whether everybody whom the list shows is meant, also on its other pages.
    pub all: bool,
    /// The standing that the list shows, see [`domain::guests::Standing::code`], `invited` or empty.
    pub standing: String,
    /// The id of the tag that the list shows; empty for all.
    pub tag: String,
    /// The number of the workshop that the list shows; empty for all.
    pub workshop: String,
}
