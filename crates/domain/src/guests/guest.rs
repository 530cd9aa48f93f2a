//! A guest of one event.

use serde::{Deserialize, Serialize};

use super::Standing;
use crate::{
    Instant,
    ids::{EventId, GuestId, PersonId},
    people::Details,
    questions::Reply,
};

/// What a guest answered besides yes or no.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answers {
    /// Names of the companions; empty names are counted too.
    pub companions: Vec<String>,
    /// A word to the organiser.
    pub message: String,
}

/// The personal part of a guest; one encrypted blob per guest under the person's key. New fields stand at its end.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct GuestFile {
    /// Who it is.
    pub details: Details,
    /// What was answered.
    pub answers: Answers,
    /// Replies to the event's questions, but for those of a special category.
    pub replies: Vec<Reply>,
}

impl std::fmt::Debug for GuestFile {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str("[file of a guest]")
    }
}

/// A guest with everything that the rules need.
#[derive(Debug, Clone)]
pub struct Guest {
    /// Its id.
    pub id: GuestId,
    /// The event.
    pub event: EventId,
    /// The person, and thereby the key.
    pub person: PersonId,
    /// The personal part.
    pub file: GuestFile,
    /// An own number of companions, if it differs from the event's.
    pub companions_max: Option<u32>,
    /// Places this guest takes now: one plus companions, or none.
    pub places: u32,
    /// When the guest came on the list.
    pub listed_at: Instant,
    /// When the invitation was queued.
    pub invited_at: Option<Instant>,
    /// When the guest last said yes.
    pub accepted_at: Option<Instant>,
    /// When the guest last said no.
    pub declined_at: Option<Instant>,
    /// When a yes was taken back.
    pub cancelled_at: Option<Instant>,
    /// When the guest last left it open whether to come.
    pub maybe_at: Option<Instant>,
    /// When the guest asked for a place that an organiser gives; until one does.
    pub requested_at: Option<Instant>,
    /// When an organiser refused that.
    pub refused_at: Option<Instant>,
    /// Until when the places of a registration are held that is not confirmed.
    pub held_until: Option<Instant>,
    /// Since when the guest waits for a place; who waits longer is asked sooner.
    pub waiting_since: Option<Instant>,
    /// Until when a place is offered to somebody who waits.
    pub offered_until: Option<Instant>,
}

impl Guest {
    /// Where the guest stands.
    pub fn standing(&self) -> Standing {
        if self.cancelled_at.is_some() {
            Standing::Cancelled
        } else if self.accepted_at.is_some() {
            Standing::Accepted
        } else if self.refused_at.is_some() {
            Standing::Refused
        } else if self.declined_at.is_some() {
            Standing::Declined
        } else if self.held_until.is_some() {
            Standing::Unconfirmed
        } else if self.requested_at.is_some() {
            Standing::Requested
        } else if self.waiting_since.is_some() {
            match self.offered_until {
                None => Standing::Waiting,
                Some(_) if self.places > 0 => Standing::Offered,
                Some(_) => Standing::Lapsed,
            }
        } else if self.maybe_at.is_some() {
            Standing::Maybe
        } else if self.invited_at.is_some() {
            Standing::Open
        } else {
            Standing::Listed
        }
    }

    /// Places this guest wants: one plus companions.
    pub fn places_wanted(&self) -> u32 {
        u32::try_from(self.file.answers.companions.len()).map_or(u32::MAX, |count| count + 1)
    }

    /// When the guest last answered.
    pub fn answered_at(&self) -> Option<Instant> {
        let settled = self.cancelled_at.or(self.accepted_at);
        let undecided = self.waiting_since.or(self.requested_at).or(self.maybe_at);
        settled.or(self.declined_at).or(undecided)
    }
}
