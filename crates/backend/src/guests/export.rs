//! The guest list as a file.

use std::collections::HashMap;

use domain::{
    Locale,
    access::act,
    guests::Guest,
    ids::{EventId, GuestId},
    people::EmailAddress,
    questions::Question,
};
use words::Words;

use super::{GuestFilter, sql};
use crate::{
    Failure,
    access::Permit,
    desk::{Change, Desk},
    events, replies,
};

const BATCH: usize = 2_000;

/// All guests of an event as CSV (UTF-8 with a byte order mark, so that spreadsheets understand it). Logged. Cells that
/// a spreadsheet would run as a formula are made text (OWASP, CSV injection). Replies of special categories are in it for
/// whoever may see them (`special`).
pub async fn export_csv(
    desk: &Desk,
    permit: &Permit<act::ExportGuests>,
    special: Option<&Permit<act::SeeSpecialReplies>>,
    event: EventId,
    locale: Locale,
) -> Result<Vec<u8>, Failure> {
    let mut tx = desk.open(permit).await?;
    let (event, key) = events::sql::load(&mut tx, event).await?;
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
    let asked: Vec<&Question> = event
        .questions
        .questions
        .iter()
        .filter(|question| special.is_some() || !question.is_special)
        .collect();
    let header = header.map(|key| words.get(key)).into_iter();
    let labels = asked
        .iter()
        .map(|question| question.label.shown(locale).to_owned());
    write(&mut out, &header.chain(labels).collect::<Vec<_>>())?;
    let mut filter = GuestFilter::default();
    loop {
        let rows = sql::page(&mut tx, event.id, &filter, BATCH).await?;
        let Some(last) = rows.last() else { break };
        let last = last.id;
        let mut apart = match special {
            Some(_) => replies::of_batch(&mut tx, event.id, filter.after, last).await?,
            None => HashMap::new(),
        };
        filter.after = Some(GuestId::from_uuid(last));
        for row in rows {
            let (guest, _) = super::row::open(&mut tx, row).await?;
            let mut cells = cells_of(words, &guest);
            let mut replies = guest.file.replies;
            replies.extend(apart.remove(&guest.id.uuid()).unwrap_or_default());
            cells.extend(asked.iter().map(|question| {
                let reply = replies
                    .iter()
                    .find(|reply| reply.question == question.number);
                reply.map_or(String::new(), |reply| {
                    words::said(words, question, &reply.said, &event.schedule.zone)
                })
            }));
            write(&mut out, &cells)?;
        }
    }
    tx.commit(Change::new("guests.exported", event.id, event.id.uuid(), &key).of_event(event.id))
        .await?;
    out.into_inner().map_err(|_| Failure::Damaged("export"))
}

/// What stands in the columns that every list has.
fn cells_of(words: Words, guest: &Guest) -> Vec<String> {
    let details = &guest.file.details;
    let email = details.email.as_ref().map_or("", EmailAddress::as_str);
    vec![
        words.get(&format!("salutation-{}", details.salutation.code())),
        details.title_before.clone(),
        details.given_name.clone(),
        details.family_name.clone(),
        details.title_after.clone(),
        email.to_owned(),
        details.company.clone(),
        details.position.clone(),
        details.phone.clone(),
        words.get(&format!("standing-{}", guest.standing().code())),
        guest.places.to_string(),
        guest.file.answers.companions.join(", "),
    ]
}

fn write(out: &mut csv::Writer<Vec<u8>>, cells: &[String]) -> Result<(), Failure> {
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
