use super::Record;
use super::column_words::is_column_name;
use super::draft::usual;

/// Records among which a header is looked for: titles above it are few.
const SEARCHED_RECORDS: usize = 20;

/// Records below a header that it is compared with.
const COMPARED_RECORDS: usize = 50;

/// The index of the record that names the columns, if one does.
///
/// It stands above the first mail address. It is the first record of which most cells are known
/// names of columns; else the first one that is as wide as most records and has words above a
/// column of addresses or numbers.
pub(super) fn find(records: &[Record]) -> Option<usize> {
    let above_addresses = records
        .iter()
        .take(SEARCHED_RECORDS)
        .position(|record| record.cells.iter().any(|cell| cell.contains('@')))
        .unwrap_or(SEARCHED_RECORDS.min(records.len()));
    let candidates = &records[..above_addresses];
    let (width, _) = usual(
        records
            .iter()
            .take(COMPARED_RECORDS)
            .map(|record| record.cells.len()),
    )?;
    candidates
        .iter()
        .position(|record| names_columns(record, width))
        .or_else(|| {
            (0..candidates.len()).find(|index| {
                let below = &records[index + 1..];
                candidates[*index].cells.len() >= width && differs(&candidates[*index], below)
            })
        })
}

fn names_columns(record: &Record, width: usize) -> bool {
    let filled = record.filled();
    let known = record
        .cells
        .iter()
        .filter(|cell| is_column_name(cell))
        .count();
    known * 2 > filled && (filled > 1 || width == 1)
}

/// Whether, in some column, the record has a word and nearly all records below it have addresses
/// or numbers.
fn differs(record: &Record, below: &[Record]) -> bool {
    let below = &below[..below.len().min(COMPARED_RECORDS)];
    record.cells.iter().enumerate().any(|(column, name)| {
        if name.is_empty() || is_value(name) {
            return false;
        }
        let cells = below
            .iter()
            .map(|other| other.cell(column))
            .filter(|cell| !cell.is_empty());
        let (values, all) = cells.fold((0, 0), |(values, all), cell| {
            (values + usize::from(is_value(cell)), all + 1)
        });
        values > 0 && values * 5 >= all * 4
    })
}

/// An address, or a number, a date, a telephone number: nothing a column is called by.
fn is_value(cell: &str) -> bool {
    let digits = cell.chars().filter(char::is_ascii_digit).count();
    cell.contains('@') || digits * 2 > cell.chars().count()
}
