//! The outbox: mails are queued in the transaction of their cause, sealed, and handed to the mail server by a worker.

mod calendar;
mod compose;
mod deliver;
mod mail;
mod mailbox;
mod officers;
mod plain;
mod queue;
mod recipients;
mod smtp;
pub(crate) mod sql;
mod standstill;
mod way;

pub use calendar::calendar_of;
pub use compose::{Composition, compose};
pub use deliver::{Delivered, deliver_due, is_due};
pub use mail::Mail;
pub use mailbox::{MailboxLine, mail_of, mailbox};
pub(crate) use officers::{Notice, queue_for_officers};
pub(crate) use plain::{plain, with_link};
pub(crate) use queue::{NewMail, queue};
pub use recipients::Recipients;
pub use smtp::{MailUrlError, SendError, Smtp};
pub use way::MailWay;
