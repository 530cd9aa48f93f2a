//! Pages of the invitation and the mailbox.

mod invitation;
mod mail;
mod mailbox;
mod news;
mod preview;
mod shown;

pub use invitation::{InvitationPage, decide};
pub use mail::MailPage;
pub use mailbox::MailboxPage;
pub(crate) use news::untold;
pub use news::{NewsPage, tell};
pub(crate) use shown::mailbox_is_open;
