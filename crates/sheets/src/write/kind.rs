/// What kind of file is written; what can be read is [`crate::Format`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileKind {
    /// Text with semicolons, in UTF-8 with a byte order mark, so that spreadsheets understand it.
    Csv,
    /// A workbook (Office Open XML, ECMA-376).
    Xlsx,
}

impl FileKind {
    /// The media type (IANA).
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Csv => "text/csv; charset=utf-8",
            Self::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        }
    }

    /// The end of a file's name.
    pub const fn extension(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Xlsx => "xlsx",
        }
    }
}
