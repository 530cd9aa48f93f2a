//! The log as people read it: who changed what, when, from where.

mod list;
pub(crate) mod sql;

pub use list::{HistoryEntry, of_guest};
