//! Workers beside the requests.

mod checkpoints;
mod log;
mod mail;
mod memory;
mod places;
mod retention;
mod reviews;
mod rotation;
mod rounds;

pub use checkpoints::Checkpoints;
pub use log::{round as sequence_logs, sequence};
pub use mail::deliver;
pub use memory::forget;
pub use places::offer_places;
pub use retention::{delete, delete_on_time};
pub use reviews::ask_for_reviews;
pub use rotation::rotate;
