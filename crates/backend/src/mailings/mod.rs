//! What an organiser writes to many guests: the date, the invitation, a reminder, thanks. Written once, seen as a guest will see it,
//! tested, sent to all for whom it is meant and who do not have it.

mod audience;
mod letter;
mod preview;
mod save;
mod send;
pub(crate) mod sql;
mod take_over;
mod tell;
mod test;

pub use audience::{Audience, audience};
pub use letter::{EventLetter, default_letter, letter};
pub use preview::preview;
pub use save::{SaveError, save};
pub use send::{SendAllError, send, send_all};
pub use take_over::take_over;
pub use tell::{TellError, Untold, tell, untold};
pub use test::send_test;
