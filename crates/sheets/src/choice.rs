use std::fmt;

use crate::{Charset, Delimiter};

/// What the organiser settles; whatever is `None` is guessed. The default guesses everything.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Choice {
    /// The name the file was uploaded with: its ending tells what the file is meant to be.
    pub file_name: Option<String>,
    /// How the bytes of a text file become characters. Without effect on a spreadsheet.
    pub charset: Option<Charset>,
    /// What stands between two cells. Without effect on a spreadsheet and on vCard.
    pub delimiter: Option<Delimiter>,
    /// Where the names of the columns stand. Without effect on vCard.
    pub header: Option<HeaderChoice>,
}

/// Where the names of the columns stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HeaderChoice {
    /// Nowhere: each record is data.
    Absent,
    /// In the first record that is not blank.
    FirstRow,
    /// In the record at this line (1-based, as in [`crate::Row::line`]) or the next one below it.
    /// The records above are left out.
    Line(u32),
}

/// Leaves out the file's name, which may be a person's.
impl fmt::Debug for Choice {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Choice")
            .field("charset", &self.charset)
            .field("delimiter", &self.delimiter)
            .field("header", &self.header)
            .finish_non_exhaustive()
    }
}
