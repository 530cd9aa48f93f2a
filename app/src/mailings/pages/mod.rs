//! Pages of the invitation and the mailbox.

mod invitation;
mod mail;
mod mailbox;
mod preview;
mod shown;

pub use invitation::{InvitationPage, decide};
pub use mail::MailPage;
pub use mailbox::MailboxPage;
pub(crate) use shown::mailbox_is_open;
