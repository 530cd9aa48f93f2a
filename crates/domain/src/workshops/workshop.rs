//! A workshop.

use std::collections::HashMap;

use serde::{Deserialize, Serialize};

use crate::{Bilingual, Instant};

/// A part of an event that guests choose: a workshop, a tour, a session.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Workshop {
    /// Names it within its event; never used twice.
    pub number: u32,
    /// What it is called.
    pub title: Bilingual,
    /// Where it is, within the event.
    pub place: String,
    /// What it is about; Markdown.
    pub text: Bilingual,
    /// Start.
    pub starts_at: Instant,
    /// End, after the start.
    pub ends_at: Instant,
    /// Number of places; `None` means no limit.
    pub capacity: Option<u32>,
    /// Whether it was called off.
    pub is_off: bool,
}

/// How the places of a workshop stand. Only guests count who hold places of the event.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Seats {
    /// Places taken, companions counted.
    pub taken: u32,
    /// Guests who have chosen it, with a place or waiting for one.
    pub guests: u32,
    /// Guests who wait for a place.
    pub waiting: u32,
    /// The places that the smallest group among them needs.
    pub fewest: Option<u32>,
}

/// How the places of all workshops of an event stand, by number; one that nobody has chosen need not be there.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Seating(pub HashMap<u32, Seats>);

impl Seating {
    /// How the places of a workshop stand.
    pub fn of(&self, workshop: u32) -> Seats {
        self.0.get(&workshop).copied().unwrap_or_default()
    }
}

impl Workshop {
    /// Whether nobody can be at both.
    pub fn overlaps(&self, other: &Self) -> bool {
        self.starts_at < other.ends_at && other.starts_at < self.ends_at
    }

    /// Whether it can be chosen or left at `now`.
    pub fn is_open(&self, now: Instant) -> bool {
        !self.is_off && now < self.starts_at
    }

    /// Places that are left; `None` means no limit.
    pub fn places_left(&self, seats: Seats) -> Option<u32> {
        self.capacity
            .map(|capacity| capacity.saturating_sub(seats.taken))
    }

    /// Places for somebody who does not wait yet; `None` means no limit. Whoever waits comes first.
    pub fn places_free(&self, seats: Seats) -> Option<u32> {
        let capacity = self.capacity?;
        let is_awaited = seats.fewest.is_some_and(|places| places <= capacity);
        if is_awaited {
            Some(0)
        } else {
            self.places_left(seats)
        }
    }
}
