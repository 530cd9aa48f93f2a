//! Imports as the browser may know them.

use serde::{Deserialize, Serialize};

/// Where an import stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum ProgressView {
    /// Uploaded, to be looked at.
    Draft,
    /// Being taken over: guests so far and in all.
    Running(u32, u32),
    /// Taken over: guests added.
    Done(u32),
    /// Taken back.
    Undone,
}

/// A column of an uploaded list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ColumnView {
    /// Its heading; empty if there is none.
    pub heading: String,
    /// A cell of it.
    pub sample: String,
    /// What it was taken for, see [`domain::imports::Column::code`].
    pub meaning: String,
}

/// A row of an uploaded list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RowView {
    /// Line in the file.
    pub line: u32,
    /// Name with titles.
    pub name: String,
    /// Address.
    pub email: String,
    /// Company.
    pub company: String,
    /// Why it is left out, in words; empty for a good row.
    pub reason: String,
}

/// An uploaded list as it was understood.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PreviewView {
    /// The file's name; empty for pasted cells.
    pub file_name: String,
    /// Columns in order.
    pub columns: Vec<ColumnView>,
    /// Code of the character set, for text.
    pub charset: Option<String>,
    /// Code of the delimiter, for text.
    pub delimiter: Option<String>,
    /// Rows that become guests.
    pub good: u32,
    /// The first of them.
    pub good_rows: Vec<RowView>,
    /// The first rows with an address that is on the list, or twice in the file.
    pub doubles: Vec<RowView>,
    /// How many there are.
    pub doubles_count: u32,
    /// The first rows that cannot become guests.
    pub bad: Vec<RowView>,
    /// How many there are.
    pub bad_count: u32,
}
