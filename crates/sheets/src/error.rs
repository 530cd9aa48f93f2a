use thiserror::Error;

/// Why no table could be made of a file. Holds no text of the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum ReadError {
    /// The file holds no byte, or nothing but blanks.
    #[error("the file is empty")]
    Empty,
    /// The file, or what it unpacks to, is larger than is read.
    #[error("the file is larger than {bytes_max} bytes")]
    TooLarge {
        /// The limit that was passed, in bytes.
        bytes_max: usize,
    },
    /// The file is, or is named like, a spreadsheet, but it is no readable XLSX workbook. Also
    /// for the formats that are refused: the old XLS, ODS, and workbooks with a password.
    #[error("the file is not a readable XLSX workbook")]
    NotASpreadsheet,
    /// The file is binary and of no known format (a picture, a PDF).
    #[error("the file is neither text nor a known format")]
    NotText,
    /// The file is readable but lists nobody: no record below the header.
    #[error("the file holds no rows")]
    NoRows,
    /// The file holds more records than are read.
    #[error("the file holds more than {rows_max} rows")]
    TooManyRows {
        /// The limit that was passed, in records.
        rows_max: usize,
    },
    /// The table is wider than is read.
    #[error("the file holds more than {columns_max} columns")]
    TooManyColumns {
        /// The limit that was passed, in columns.
        columns_max: usize,
    },
}
