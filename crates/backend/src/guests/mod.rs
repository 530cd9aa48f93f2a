//! Guests of an event.

mod ask;
mod build;
mod export;
mod find;
mod list;
mod load;
mod names;
pub(crate) mod people;
mod person;
mod remove;
mod row;
mod see;
pub(crate) mod sql;
pub(crate) mod untold;

pub use ask::{ask, asked};
pub use export::export_csv;
pub(crate) use find::open_some;
pub use find::{forget_names, memory_of_names, names_in_memory};
pub use list::{GuestFilter, GuestPage, PAGE_LENGTH, list};
pub use load::load;
pub(crate) use person::find_or_make_person;
pub(crate) use remove::{remove, remove_person};
pub(crate) use row::{changes_of, fields_of, open, place};
pub use see::see;
