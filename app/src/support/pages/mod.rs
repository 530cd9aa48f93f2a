//! Pages of the access of support.

mod desk;
mod grant;
mod list;
mod shown;

pub use desk::SupportDeskPage;
pub(crate) use grant::new_grant;
pub use list::{SupportPage, manage_support};
