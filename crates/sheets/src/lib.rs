//! Reads the lists organisers have (CSV, pasted cells, XLSX, vCard) into one table of text, and writes CSV and XLSX row by
//! row.
//!
//! The crate guesses what the file leaves open (character set, delimiter, header row) and lets
//! the caller overrule each guess. It gives no meaning to a column: it knows neither guests nor
//! events. A record that cannot be read is named in [`Sheet::bad_lines`], never dropped in
//! silence. Any bytes are safe to hand in: files come from strangers.

mod cell;
mod choice;
mod error;
mod limits;
mod read;
mod sheet;
mod table;
mod text;
mod vcard;
mod workbook;
mod write;

pub use choice::{Choice, HeaderChoice};
pub use error::ReadError;
pub use limits::{MAX_BYTES, MAX_CELL_CHARS, MAX_COLUMNS, MAX_ROWS, MAX_UNPACKED_BYTES};
pub use read::read;
pub use sheet::{BadLine, BadLineReason, Format, Row, Sheet};
pub use text::{Charset, Delimiter};
pub use write::{FileKind, SheetWriter, Value, WriteError};
