//! What participants do: look at their invitation, answer, change, cancel; register for an open event.

mod answer;
mod answer_for;
mod ask_for_link;
mod confirm;
mod confirmation;
mod given;
mod invitation;
mod noted;
mod register;
mod remind;
mod requests;
mod send_link;
mod settle;
mod take_answer;
mod waiting;

pub use answer::{AnswerFailure, AnswerInput, answer};
pub use answer_for::{Entering, answer_for, invitation_of};
pub use ask_for_link::ask_for_link;
pub use confirm::{confirm, discard};
pub use invitation::{Invitation, invitation};
pub use register::{RegisterError, RegisterInput, register};
pub use requests::{Admitted, admit, refuse};
pub use send_link::send_link;
pub use waiting::{Moved, move_up, take_offer};
