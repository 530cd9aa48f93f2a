//! Deleting what has had its time: guests of past events on the date that they were told, and lists that nobody
//! confirmed.

mod run;

pub use run::{Deleted, run};
