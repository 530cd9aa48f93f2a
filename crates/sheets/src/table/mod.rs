//! From records to a table: its width, its header, its rows.

mod column_words;
mod draft;
mod header;
mod record;

pub(crate) use draft::{Draft, Widths};
pub(crate) use record::Record;
