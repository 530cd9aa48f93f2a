//! Pages of participants.

mod event_card;
mod event_page;
mod invited;
mod own;
mod people;
mod shown;
mod thanks;

pub use event_page::{PublicEventPage, register};
pub use invited::{InvitedPage, answer};
pub use own::{OwnPage, change};
pub use thanks::ThanksPage;
