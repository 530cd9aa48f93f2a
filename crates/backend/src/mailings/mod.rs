//! The invitation: written once, seen as a guest will see it, tested, sent to all who have none yet.

mod letter;
mod preview;
mod save;
mod send;
pub(crate) mod sql;
mod take_over;
mod tell;
mod test;

pub use letter::{InvitationLetter, default_letter, letter};
pub use preview::preview;
pub use save::{SaveError, save};
pub use send::{SendAllError, send, send_all};
pub use take_over::take_over;
pub use tell::{TellError, Untold, tell, untold};
pub use test::send_test;
