//! Guests of an event.

mod add;
mod ask;
mod build;
mod edit;
mod export;
mod find;
mod list;
mod load;
mod make_way;
mod names;
pub(crate) mod people;
mod person;
mod remove;
mod row;
mod see;
pub(crate) mod sql;
mod take_off;
pub(crate) mod untold;

pub use add::{GuestError, GuestInput, add};
pub use ask::{ask, asked};
pub use edit::edit;
pub use export::{Export, ExportInput, export};
pub(crate) use find::open_some;
pub use find::{forget_names, memory_of_names, names_in_memory};
pub use list::{GuestFilter, GuestPage, PAGE_LENGTH, list};
pub use load::load;
pub(crate) use make_way::{Way, make_way};
pub(crate) use person::find_or_make_person;
pub(crate) use remove::{remove, remove_person};
pub(crate) use row::{changes_of, fields_of, open, place};
pub(crate) use see::note_look;
pub use see::see;
pub use take_off::take_off;
pub(crate) use take_off::take_off_as;
