//! XLSX workbooks.
//!
//! Of the formats that `calamine` reads, only XLSX is: its readers for XLS and ODS reserve memory
//! for whatever positions and repetitions a file claims, so that a small file could end the
//! process. For the same reason cells are taken one by one here, never as a range.

mod parts;
mod read;
mod value;

pub(crate) use read::read;
