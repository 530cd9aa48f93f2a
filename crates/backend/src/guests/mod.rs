//! Guests of an event.

mod export;
mod list;
mod load;
pub(crate) mod people;
mod person;
mod remove;
mod row;
pub(crate) mod sql;

pub use export::export_csv;
pub use list::{GuestFilter, GuestPage, PAGE_LENGTH, list};
pub use load::load;
pub(crate) use person::find_or_make_person;
pub(crate) use remove::remove;
pub(crate) use row::{changes_of, fields_of, open, place};
