//! Answers of participants: yes, no, a change, a cancellation.

mod answer;

pub use answer::{Answer, AnswerError, decide, places_of};
