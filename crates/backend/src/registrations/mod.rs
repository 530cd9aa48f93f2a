//! What participants do: look at their invitation, answer, change, cancel; register for an open event.

mod answer;
mod confirmation;
mod invitation;
mod register;

pub use answer::{AnswerFailure, AnswerInput, answer};
pub use invitation::{Invitation, invitation};
pub use register::{RegisterError, RegisterInput, register};
