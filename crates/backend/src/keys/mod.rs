//! The key ring: one wrapped key for each person, event, account and upload.

mod sql;

pub use sql::{destroy, make, of, unwrap};
