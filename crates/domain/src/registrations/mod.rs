//! Answers of participants: yes, no, a change, a cancellation.

mod answer;
mod hold;
mod offer;
mod rsvp;

pub use answer::{Answer, AnswerError, companions_max, decide, decide_for, places_of};
pub use hold::held_until;
pub use offer::offer_until;
pub use rsvp::Rsvp;
