//! Correcting what was guessed about a list.

use domain::{
    access::act,
    ids::{EventId, ImportId},
    imports::Column,
};

use super::{draft, preview, sql};
use crate::{
    Failure,
    access::Permit,
    desk::{Change, Desk},
    keys,
};

/// What an organiser corrects.
#[derive(Default)]
pub struct Adjustment {
    /// Code of the character set.
    pub charset: String,
    /// Code of the delimiter.
    pub delimiter: String,
    /// Meanings of the columns in order.
    pub columns: Vec<Column>,
}

/// Reads the list as corrected. When the reading itself changes, the columns are guessed anew.
pub async fn adjust(
    desk: &Desk,
    permit: &Permit<act::EditGuests>,
    event: EventId,
    import: ImportId,
    adjustment: Adjustment,
) -> Result<(), Failure> {
    let mut tx = desk.open(permit).await?;
    let mut list = preview::load(&mut tx, event, import).await?;
    let sheet = list
        .read()
        .map_err(|_| Failure::Damaged("imports.sealed"))?;
    let charset = draft::charset_of(&adjustment.charset).or(sheet.charset);
    let delimiter = draft::delimiter_of(&adjustment.delimiter).or(sheet.delimiter);
    if charset != sheet.charset || delimiter != sheet.delimiter {
        let before = (
            list.charset.take(),
            list.delimiter.take(),
            list.columns.clone(),
        );
        list.charset = charset.map(|charset| draft::charset_code(charset).to_owned());
        list.delimiter = delimiter.map(|delimiter| draft::delimiter_code(delimiter).to_owned());
        if list.guess().is_err() {
            (list.charset, list.delimiter, list.columns) = before;
        }
    } else {
        for (column, wanted) in list.columns.iter_mut().zip(adjustment.columns) {
            *column = wanted;
        }
    }
    let key = keys::of(&mut tx, import.uuid()).await?;
    sql::set_draft(
        &mut tx,
        import,
        key.seal(draft::place(import), &list).into_bytes(),
    )
    .await?;
    tx.commit(Change::new("import.adjusted", import, import.uuid(), &key).of_event(event))
        .await
}
