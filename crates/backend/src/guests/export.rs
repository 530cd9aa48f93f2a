//! The guest list as a file.

use domain::{Locale, access::act, ids::EventId, people::EmailAddress};
use words::Words;

use super::{GuestFilter, sql};
use crate::{
    Failure,
    access::Permit,
    desk::{Change, Desk},
    events,
};

const BATCH: usize = 2_000;

/// All guests of an event as CSV (UTF-8 with a byte order mark, so that spreadsheets understand it). Logged. Cells that
/// a spreadsheet would run as a formula are made text (OWASP, CSV injection).
pub async fn export_csv(
    desk: &Desk,
    permit: &Permit<act::ExportGuests>,
    event: EventId,
    locale: Locale,
) -> Result<Vec<u8>, Failure> {
    let mut tx = desk.open(permit).await?;
    let (_, key) = events::sql::load(&mut tx, event).await?;
    let words = Words(locale);
    let mut out = csv::WriterBuilder::new()
        .delimiter(b';')
        .from_writer(b"\xEF\xBB\xBF".to_vec());
    let header = [
        "field-salutation",
        "field-honorific-prefix",
        "field-given-name",
        "field-family-name",
        "field-honorific-suffix",
        "field-email",
        "field-organization",
        "field-organization-title",
        "field-tel",
        "guests-standing",
        "guests-places",
        "guests-companions",
    ];
    write(&mut out, &header.map(|key| words.get(key)))?;
    let mut filter = GuestFilter::default();
    loop {
        let rows = sql::page(&mut tx, event, &filter, BATCH).await?;
        let Some(last) = rows.last() else { break };
        filter.after = Some(domain::ids::GuestId::from_uuid(last.id));
        for row in rows {
            let (guest, _) = super::row::open(&mut tx, row).await?;
            let details = &guest.file.details;
            write(
                &mut out,
                &[
                    words.get(&format!("salutation-{}", details.salutation.code())),
                    details.title_before.clone(),
                    details.given_name.clone(),
                    details.family_name.clone(),
                    details.title_after.clone(),
                    details
                        .email
                        .as_ref()
                        .map_or("", EmailAddress::as_str)
                        .to_owned(),
                    details.company.clone(),
                    details.position.clone(),
                    details.phone.clone(),
                    words.get(&format!("standing-{}", guest.standing().code())),
                    guest.places.to_string(),
                    guest.file.answers.companions.join(", "),
                ],
            )?;
        }
    }
    tx.commit(Change::new("guests.exported", event, event.uuid(), &key).of_event(event))
        .await?;
    out.into_inner().map_err(|_| Failure::Damaged("export"))
}

fn write(out: &mut csv::Writer<Vec<u8>>, cells: &[String; 12]) -> Result<(), Failure> {
    let cells = cells.iter().map(|cell| harmless(cell));
    out.write_record(cells)
        .map_err(|_| Failure::Damaged("export"))
}

fn harmless(cell: &str) -> String {
    if cell.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        format!("'{cell}")
    } else {
        cell.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_formula_becomes_text() {
        for cell in ["=HYPERLINK(\"x\")", "+43 1", "-1", "@SUM(A1)", "\tx"] {
            assert!(harmless(cell).starts_with('\''), "{cell}");
        }
        assert_eq!(harmless("Anna"), "Anna");
    }
}
