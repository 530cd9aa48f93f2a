//! Pages of mailings and the mailbox.

mod mail;
mod mailbox;
mod mailings;
mod news;
mod preview;
mod shown;

pub use mail::MailPage;
pub use mailbox::MailboxPage;
pub use mailings::{MailingsPage, decide};
pub(crate) use news::untold;
pub use news::{NewsPage, tell};
pub(crate) use shown::mailbox_is_open;
