//! How a page comes about on the server: context, frames, forms, the table of addresses.

mod background;
mod context;
mod done;
mod encode;
mod failure;
mod form;
mod frames;
mod head;
mod hydration;
mod load;
mod pairs;
mod problem;
mod prose;
mod qr;
mod routes;
mod shell;

pub(crate) use background::in_background;
pub(crate) use context::LOG_ZONE;
pub use context::{Ctx, Request, Theme};
pub(crate) use done::done;
pub use encode::address;
pub(crate) use encode::encode;
pub(crate) use form::say;
pub use form::{FormState, RequestKey, form};
pub use frames::{Sides, event_tabs, organiser, participant, participant_with, protection_tabs};
pub(crate) use head::in_head;
pub use hydration::{Monitor, Order, Passkeys, Preview, Select};
pub use load::{detour, load};
pub use pairs::Pairs;
pub(crate) use prose::{plain, prose};
pub use qr::qr_code;
pub use routes::{App, FormRoute, Submission, forms};
pub(crate) use routes::{id, page_param, param};
pub use shell::shell;
