//! Deleting what has had its time: guests of past events on the date that they were told, and lists that nobody
//! confirmed.

mod preview;
mod run;
mod sql;

pub use preview::{Deletion, preview};
pub(crate) use run::UPLOAD_MS;
pub use run::{Deleted, run};
