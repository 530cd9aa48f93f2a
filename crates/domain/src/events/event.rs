//! An event.

use serde::{Deserialize, Serialize};

use super::{Admission, Schedule, Stage};
use crate::{Instant, ids::EventId};

/// What people read about an event; encrypted under the event's own key.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct EventText {
    /// Title.
    pub title: String,
    /// Where it takes place, in the organiser's words.
    pub place: String,
    /// What it is about; plain text with blank lines between paragraphs.
    pub description: String,
}

/// An event with everything that its rules need.
#[derive(Debug, Clone)]
pub struct Event {
    /// Its id.
    pub id: EventId,
    /// The last part of its public address.
    pub slug: String,
    /// What people read.
    pub text: EventText,
    /// Start, end and zone.
    pub schedule: Schedule,
    /// Who may take part.
    pub admission: Admission,
    /// Number of places; `None` means no limit.
    pub capacity: Option<u32>,
    /// Places taken, companions counted.
    pub taken: u32,
    /// Companions each guest may bring, unless the guest has an own number.
    pub companions_max: u32,
    /// Until when can be answered; the start if not set otherwise.
    pub answer_until: Instant,
    /// When personal data of the guests is deleted.
    pub delete_after: Instant,
    /// When it was created.
    pub created_at: Instant,
    /// When it was published.
    pub published_at: Option<Instant>,
    /// When answering was closed by hand.
    pub closed_at: Option<Instant>,
    /// When it was called off.
    pub cancelled_at: Option<Instant>,
}

impl Event {
    /// Days between the end of an event and the deletion of its guests' data, unless set otherwise.
    pub const RETENTION_DAYS: i64 = 30;

    /// The stage at `now`.
    pub fn stage(&self, now: Instant) -> Stage {
        if self.cancelled_at.is_some() {
            Stage::Cancelled
        } else if self.published_at.is_none() {
            Stage::Draft
        } else if now >= self.schedule.ends_at {
            Stage::Past
        } else if self.closed_at.is_some() {
            Stage::Closed
        } else {
            Stage::Published
        }
    }

    /// Whether answers and registrations are taken at `now`.
    pub fn takes_answers(&self, now: Instant) -> bool {
        self.stage(now) == Stage::Published && now < self.answer_until
    }

    /// Places that are left; `None` means no limit.
    pub fn places_left(&self) -> Option<u32> {
        self.capacity
            .map(|capacity| capacity.saturating_sub(self.taken))
    }
}
