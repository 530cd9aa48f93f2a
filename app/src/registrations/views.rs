//! Invitations and registrations as the browser may know them.

use domain::{questions::RawReplies, workshops::Wishes};
use serde::{Deserialize, Serialize};

use crate::{
    events::{page_views::PageView, views::EventView},
    guests::views::GuestView,
    questions::views::AskedView,
    workshops::views::WorkshopView,
};

/// An event as everybody may see it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PublicEventView {
    /// The event; without figures.
    pub event: EventView,
    /// What else stands on its page.
    pub page: PageView,
    /// Start and end as machines read them (RFC 3339).
    pub from_until: [String; 2],
    /// The organiser's name.
    pub organiser: String,
    /// Whether places are left.
    pub has_places: bool,
    /// What it asks.
    pub asked: AskedView,
    /// What can be chosen.
    pub workshops: Vec<WorkshopView>,
}

impl PublicEventView {
    /// Whether to register means to wait for a place.
    pub const fn waits(&self) -> bool {
        !self.has_places && self.event.offer_hours.is_some() && !self.asks()
    }

    /// Whether to register means to ask for a place that an organiser gives.
    pub const fn asks(&self) -> bool {
        self.event.rules.by_approval
    }

    /// Whether nobody can register, since all places are taken and nobody can wait for one.
    pub const fn is_full(&self) -> bool {
        !self.has_places && self.event.offer_hours.is_none()
    }
}

/// An invitation as its guest sees it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct InvitationView {
    /// The event; without figures.
    pub event: EventView,
    /// What else stands on its page.
    pub page: PageView,
    /// The organiser's name.
    pub organiser: String,
    /// The page on which the guest objects to mailings; empty without an address.
    #[serde(default)]
    pub objection: String,
    /// The guest.
    pub guest: GuestView,
    /// First name.
    pub given_name: String,
    /// Last name.
    pub family_name: String,
    /// What the guest is asked.
    pub asked: AskedView,
    /// What can be chosen, and what the guest has chosen.
    pub workshops: Vec<WorkshopView>,
    /// Companions this guest may bring.
    pub companions_max: u32,
    /// Whether places are left for more.
    pub has_places: bool,
    /// Whether a yes means to wait for a place.
    pub waits: bool,
    /// Whether the guest has asked for a place that an organiser gives and got none so far: also unconfirmed, withdrawn, refused.
    pub has_requested: bool,
    /// Where the guest stands in line, from 1; nothing for who does not wait.
    pub place_in_line: Option<u32>,
    /// Until when the places are held of a registration that is not confirmed, or that are offered; empty for others.
    pub held_until: String,
    /// The tickets, the guest's own first; none for who does not come.
    pub tickets: Vec<TicketView>,
    /// The guest's language, if known.
    pub language: Option<domain::Locale>,
}

/// A ticket.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TicketView {
    /// For whom it is.
    pub holder: String,
    /// Its code, as it is read and typed.
    pub code: String,
    /// Modules along one side of the QR code.
    pub side: usize,
    /// The dark modules as one SVG path.
    pub path: String,
}

impl InvitationView {
    /// The workshops that the guest has chosen.
    pub fn picked(&self) -> Vec<WorkshopView> {
        let picked = self.workshops.iter();
        let picked = picked.filter(|workshop| !workshop.picked.is_empty());
        picked.cloned().collect()
    }

    /// Whether the guest has decided, in whatever way.
    pub fn is_answered(&self) -> bool {
        !matches!(self.guest.standing.as_str(), "listed" | "open" | "maybe")
    }

    /// What the guest is called in a greeting: the first name or, without one, the last.
    pub fn called(&self) -> &str {
        if self.given_name.is_empty() {
            &self.family_name
        } else {
            &self.given_name
        }
    }
}

/// An answer as it was typed.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct AnswerForm {
    /// `yes`, `maybe` or `no`.
    pub answer: String,
    /// With a yes: whether to wait for a place is meant.
    pub waits: bool,
    /// First name, if it was asked for.
    pub given_name: Option<String>,
    /// Last name, if it was asked for.
    pub family_name: Option<String>,
    /// Names of the companions, as many as come.
    pub companions: Vec<String>,
    /// A word to the organiser.
    pub message: String,
    /// Replies to the event's questions.
    pub replies: RawReplies,
    /// Workshops.
    pub workshops: Wishes,
}

/// A registration as it was typed.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct RegisterForm {
    /// First name.
    pub given_name: String,
    /// Last name.
    pub family_name: String,
    /// Address.
    pub email: String,
    /// Names of the companions, as many as come.
    pub companions: Vec<String>,
    /// Whether to wait for a place is meant.
    pub waits: bool,
    /// Replies to the event's questions.
    pub replies: RawReplies,
    /// Workshops.
    pub workshops: Wishes,
    /// Random key of the form.
    pub request_key: String,
}

/// What became of those who were picked to be given a place.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct AdmittedView {
    /// They come.
    pub come: u32,
    /// No place was left: they wait for one now.
    pub wait: u32,
    /// No place was left, and nobody can wait: they still ask.
    pub left: u32,
}
