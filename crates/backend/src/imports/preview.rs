//! Looking at an uploaded list.

use domain::{
    access::act,
    ids::{EventId, ImportId},
    imports::{CheckedRow, Column, Verdict, check_rows},
};

use super::{
    draft::{Draft, charset_code, delimiter_code},
    sql,
};
use crate::{
    Failure,
    access::Permit,
    desk::{Desk, TenantTx},
    guests, keys,
};
use vault::Sealed;

/// An uploaded list as it was understood.
pub struct Preview {
    /// The event.
    pub event: EventId,
    /// The file's name; empty for pasted cells.
    pub file_name: String,
    /// Headings, empty where there are none.
    pub header: Vec<String>,
    /// A cell of each column, to recognise it.
    pub samples: Vec<String>,
    /// What each column was taken for.
    pub columns: Vec<Column>,
    /// The code of the character set, for text files.
    pub charset: Option<&'static str>,
    /// The code of the delimiter, for text files.
    pub delimiter: Option<&'static str>,
    /// Every row with its verdict.
    pub rows: Vec<CheckedRow>,
}

impl Preview {
    /// Rows that become guests.
    pub fn good(&self) -> usize {
        self.rows
            .iter()
            .filter(|row| row.verdict == Verdict::Good)
            .count()
    }
}

/// Reads the list anew and checks every row against the guests of now.
pub async fn preview(
    desk: &Desk,
    permit: &Permit<act::EditGuests>,
    event: EventId,
    import: ImportId,
) -> Result<Preview, Failure> {
    let mut tx = desk.read(permit).await?;
    let draft = load(&mut tx, event, import).await?;
    check(&mut tx, event, draft).await
}

pub(super) async fn load(
    tx: &mut TenantTx,
    event: EventId,
    import: ImportId,
) -> Result<Draft, Failure> {
    let sealed = sql::draft(tx, event, import)
        .await?
        .ok_or(Failure::NotFound)?;
    let key = keys::of(tx, import.uuid()).await?;
    Ok(key.open(super::draft::place(import), &Sealed::from_bytes(sealed))?)
}

pub(super) async fn check(
    tx: &mut TenantTx,
    event: EventId,
    draft: Draft,
) -> Result<Preview, Failure> {
    let sheet = draft
        .read()
        .map_err(|_| Failure::Damaged("imports.sealed"))?;
    let listed = guests::sql::email_indexes(tx, event).await?;
    let numbered = sheet
        .rows
        .iter()
        .map(|row| (row.line, row.cells.as_slice()));
    let is_listed = |email: &str| {
        listed.contains(
            tx.keys
                .blind_index("people.email", email)
                .as_bytes()
                .as_slice(),
        )
    };
    let mut rows = check_rows(&draft.columns, numbered, is_listed);
    rows.extend(
        sheet
            .bad_lines
            .iter()
            .map(|bad| CheckedRow::unreadable(bad.line)),
    );
    rows.sort_by_key(|row| row.line);
    let sample = |column: usize| {
        sheet
            .rows
            .iter()
            .map(|row| &row.cells[column])
            .find(|cell| !cell.is_empty())
            .cloned()
            .unwrap_or_default()
    };
    Ok(Preview {
        event,
        samples: (0..sheet.header.len()).map(sample).collect(),
        header: sheet.header,
        columns: draft.columns,
        charset: sheet.charset.map(charset_code),
        delimiter: sheet.delimiter.map(delimiter_code),
        file_name: draft.file_name,
        rows,
    })
}
