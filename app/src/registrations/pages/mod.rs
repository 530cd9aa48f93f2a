//! Pages of participants.

mod confirm;
mod event_card;
mod event_page;
mod invited;
mod machine;
mod own;
mod own_data;
mod own_data_shown;
mod people;
pub(crate) mod sections;
mod shown;
mod thanks;
mod unsubscribe;
mod waiting;

pub use event_page::{PublicEventPage, register};
pub(crate) use invited::answer_form;
pub use invited::{InvitedPage, answer};
pub use own::{OwnPage, change};
pub use own_data::{AskForDataPage, OwnDataPage, ask_for_data, erase_data};
pub(crate) use people::companions;
pub(crate) use shown::address;
pub use thanks::ThanksPage;
pub use unsubscribe::{UnsubscribePage, unsubscribe};
