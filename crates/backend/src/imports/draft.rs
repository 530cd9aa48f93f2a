//! An uploaded list before it is confirmed: sealed under a key of its own, which is destroyed with the confirmation.

use domain::{
    ids::ImportId,
    imports::{Column, guess_columns},
};
use serde::{Deserialize, Serialize};
use sheets::{Charset, Choice, Delimiter, ReadError, Sheet};
use vault::Place;

#[derive(Serialize, Deserialize)]
pub(super) struct Draft {
    pub(super) file_name: String,
    pub(super) bytes: Vec<u8>,
    pub(super) charset: Option<String>,
    pub(super) delimiter: Option<String>,
    pub(super) columns: Vec<Column>,
}

pub(super) fn place(import: ImportId) -> Place {
    Place::row("imports", import.bytes())
}

/// How many rows are looked at to guess what a column without a heading means.
const GUESS_ROWS: usize = 50;

impl Draft {
    pub(super) fn new(file_name: String, bytes: Vec<u8>) -> Result<Self, ReadError> {
        let mut draft = Self {
            file_name,
            bytes,
            charset: None,
            delimiter: None,
            columns: Vec::new(),
        };
        draft.guess()?;
        Ok(draft)
    }

    /// Guesses the columns for the present reading.
    pub(super) fn guess(&mut self) -> Result<(), ReadError> {
        let sheet = self.read()?;
        let rows: Vec<&[String]> = sheet
            .rows
            .iter()
            .take(GUESS_ROWS)
            .map(|row| row.cells.as_slice())
            .collect();
        self.columns = guess_columns(&sheet.header, &rows);
        Ok(())
    }

    pub(super) fn read(&self) -> Result<Sheet, ReadError> {
        let choice = Choice {
            file_name: (!self.file_name.is_empty()).then(|| self.file_name.clone()),
            charset: self.charset.as_deref().and_then(charset_of),
            delimiter: self.delimiter.as_deref().and_then(delimiter_of),
            header: None,
        };
        sheets::read(&self.bytes, &choice)
    }
}

const CHARSETS: [(&str, Charset); 5] = [
    ("utf-8", Charset::Utf8),
    ("windows-1252", Charset::Windows1252),
    ("iso-8859-15", Charset::Iso8859_15),
    ("utf-16le", Charset::Utf16Le),
    ("utf-16be", Charset::Utf16Be),
];

const DELIMITERS: [(&str, Delimiter); 4] = [
    (";", Delimiter::Semicolon),
    (",", Delimiter::Comma),
    ("tab", Delimiter::Tab),
    ("|", Delimiter::Pipe),
];

pub(super) fn charset_of(code: &str) -> Option<Charset> {
    CHARSETS
        .iter()
        .find(|(name, _)| *name == code)
        .map(|(_, charset)| *charset)
}

pub(super) fn charset_code(charset: Charset) -> &'static str {
    CHARSETS
        .iter()
        .find(|(_, known)| *known == charset)
        .map_or("utf-8", |(name, _)| name)
}

pub(super) fn delimiter_of(code: &str) -> Option<Delimiter> {
    DELIMITERS
        .iter()
        .find(|(name, _)| *name == code)
        .map(|(_, delimiter)| *delimiter)
}

pub(super) fn delimiter_code(delimiter: Delimiter) -> &'static str {
    DELIMITERS
        .iter()
        .find(|(_, known)| *known == delimiter)
        .map_or(";", |(name, _)| name)
}
