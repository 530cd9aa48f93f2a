//! Backups: online, sealed, the same on both engines, in two parts. The part with the keys may be kept for 30 days; without
//! it the part with the data is noise, so whoever was erased is gone from every backup after that time.

mod archive;
mod check;
mod create;
mod error;
mod last;
mod restore;
mod sql;
mod tables;

pub use archive::{Header, Part};
pub use check::{Checked, check};
pub use create::{Created, create};
pub use error::BackupError;
pub(crate) use last::count_since;
pub use last::{LastBackups, last, note_verified};
pub use restore::{Restored, restore};
pub use tables::columns;
