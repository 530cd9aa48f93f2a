use std::collections::BTreeMap;
use std::io::Cursor;
use std::panic::{AssertUnwindSafe, catch_unwind};

use calamine::{Reader, SheetType, SheetVisible, Xlsx};

use super::{parts, value};
use crate::cell;
use crate::limits::{MAX_COLUMNS, MAX_ROWS};
use crate::table::{Draft, Record, Widths};
use crate::{BadLine, BadLineReason, Format, HeaderChoice, ReadError, Sheet};

type Workbook<'a> = Xlsx<Cursor<&'a [u8]>>;

/// Makes a table of the sheet with the guest list: of the visible sheets with two columns or more
/// (with one, if no other is there), the first with the most rows.
pub(crate) fn read(bytes: &[u8], header: Option<HeaderChoice>) -> Result<Sheet, ReadError> {
    parts::check(bytes)?;
    // The parser is not ours and the file is a stranger's: a panic in it is one unreadable file.
    let draft = catch_unwind(AssertUnwindSafe(|| choose(bytes)));
    draft
        .unwrap_or(Err(ReadError::NotASpreadsheet))?
        .into_sheet(header)
}

fn choose(bytes: &[u8]) -> Result<Draft, ReadError> {
    let mut workbook = Workbook::new(Cursor::new(bytes)).map_err(|_| ReadError::NotASpreadsheet)?;
    let names: Vec<String> = workbook
        .sheets_metadata()
        .iter()
        .filter(|sheet| sheet.typ == SheetType::WorkSheet && sheet.visible == SheetVisible::Visible)
        .map(|sheet| sheet.name.clone())
        .collect();
    let mut best: Option<((bool, usize), Draft)> = None;
    let mut refused = None;
    for name in names {
        match draft(&mut workbook, &name) {
            Ok(draft) => {
                let columns = draft.records.iter().map(|record| record.cells.len()).max();
                let rank = (columns >= Some(2), draft.records.len());
                if best.as_ref().is_none_or(|(best_rank, _)| rank > *best_rank) {
                    best = Some((rank, draft));
                }
            }
            Err(error @ ReadError::TooManyRows { .. }) => return Err(error),
            Err(error) => refused = refused.or(Some(error)),
        }
    }
    match (best, refused) {
        (Some(((columns_enough, rows), draft)), error) => {
            // A sheet that fails is passed over only where another one holds a list.
            error
                .filter(|_| !columns_enough || rows == 0)
                .map_or(Ok(draft), Err)
        }
        (None, error) => Err(error.unwrap_or(ReadError::NoRows)),
    }
}

/// The filled cells of one sheet, by row and by column, both from zero.
type Cells = BTreeMap<u32, BTreeMap<usize, String>>;

fn draft(workbook: &mut Workbook<'_>, name: &str) -> Result<Draft, ReadError> {
    let mut reader = workbook
        .worksheet_cells_reader(name)
        .map_err(|_| ReadError::NotASpreadsheet)?;
    let mut rows = Cells::new();
    let mut too_long = BTreeMap::<u32, BadLine>::new();
    while let Some(found) = reader.next_cell().map_err(|_| ReadError::NotASpreadsheet)? {
        let (row, column) = found.get_position();
        let raw = value::text(found.get_value());
        if cell::is_too_long(&raw) {
            let line = row.saturating_add(1);
            too_long.insert(
                row,
                BadLine {
                    line,
                    reason: BadLineReason::CellTooLong,
                },
            );
        }
        let text = cell::tidy(&raw);
        if text.is_empty() || too_long.contains_key(&row) {
            continue;
        }
        let column = usize::try_from(column).unwrap_or(usize::MAX);
        if column >= MAX_COLUMNS {
            return Err(ReadError::TooManyColumns {
                columns_max: MAX_COLUMNS,
            });
        }
        rows.entry(row).or_default().insert(column, text);
        // Some room for titles and the header; the exact limit is the table's.
        if rows.len() + too_long.len() > MAX_ROWS + MAX_COLUMNS {
            return Err(ReadError::TooManyRows { rows_max: MAX_ROWS });
        }
    }
    rows.retain(|row, _| !too_long.contains_key(row));
    Ok(Draft {
        format: Format::Spreadsheet,
        charset: None,
        delimiter: None,
        records: rows
            .into_iter()
            .filter_map(|(row, cells)| record(row, cells))
            .collect(),
        bad_lines: too_long.into_values().collect(),
        widths: Widths::Widest,
    })
}

fn record(row: u32, cells: BTreeMap<usize, String>) -> Option<Record> {
    let width = cells.last_key_value().map_or(0, |(column, _)| column + 1);
    let mut line = vec![String::new(); width];
    for (column, text) in cells {
        line[column] = text;
    }
    Record::new(row.saturating_add(1), line)
}
