//! Who is asking, and the permits that open the door.

mod authorise;
mod permit;
mod who;

pub(crate) use authorise::as_system;
pub use authorise::{Denied, authorise};
pub use permit::Permit;
pub use who::{Origin, Who};
