//! The guest list as a file.

use std::collections::HashMap;

use domain::{
    Locale,
    access::act,
    events::Event,
    guests::{Guest, Standing},
    ids::{EventId, GuestId},
    people::EmailAddress,
    questions::Question,
};
use sheets::{FileKind, SheetWriter, Value, WriteError};
use words::Words;

use super::{GuestFilter, sql};
use crate::{
    Failure,
    access::Permit,
    desk::{Change, Desk, FieldChange, TenantTx},
    events, replies, tags, workshops,
};

/// Guests in one piece of the file.
const BATCH: usize = 500;

/// What is exported, and how.
#[derive(Debug, Clone)]
pub struct ExportInput {
    /// The kind of the file.
    pub kind: FileKind,
    /// The language of the headings.
    pub locale: Locale,
    /// Who is in it; what is searched for by name does not count.
    pub filter: GuestFilter,
}

/// A guest list on its way into a file.
pub struct Export {
    event: Event,
    permit: Permit<act::ExportGuests>,
    special: Option<Permit<act::SeeSpecialReplies>>,
    words: Words,
    filter: GuestFilter,
    /// Nothing any more when the file is at its end.
    writer: Option<SheetWriter>,
}

/// Begins to write an event's guests into a file. The log tells of it before anything leaves. Replies of special categories
/// are in it for whoever may see them (`special`).
pub async fn export(
    desk: &Desk,
    permit: &Permit<act::ExportGuests>,
    special: Option<&Permit<act::SeeSpecialReplies>>,
    event: EventId,
    input: ExportInput,
) -> Result<Export, Failure> {
    let mut tx = desk.open(permit).await?;
    let (event, key) = events::sql::load(&mut tx, event).await?;
    let change = Change::new("guests.exported", event.id, event.id.uuid(), &key).of_event(event.id);
    let extent = extent(&mut tx, event.id, &input.filter, special.is_some()).await?;
    tx.commit(change.with(extent)).await?;
    let words = Words(input.locale);
    let headings = headings(words, &event, special.is_some());
    let writer = SheetWriter::begin(input.kind, &words.get("event-tab-guests"), headings);
    Ok(Export {
        event,
        permit: permit.clone(),
        special: special.cloned(),
        words,
        filter: GuestFilter {
            after: None,
            ..input.filter
        },
        writer: Some(writer.map_err(failed)?),
    })
}

/// What of the list leaves, for the log. [`Failure::NotFound`] for a tag that the event does not have.
async fn extent(
    tx: &mut TenantTx,
    event: EventId,
    filter: &GuestFilter,
    with_special: bool,
) -> Result<Vec<FieldChange>, Failure> {
    let mut extent = Vec::new();
    let invited = filter.invited_only.then_some("invited");
    if let Some(standing) = filter.standing.map(Standing::code).or(invited) {
        extent.push(FieldChange::new("standing", "", standing));
    }
    if let Some(tag) = filter.tag {
        let name = tags::name_within(tx, event, tag).await?;
        extent.push(FieldChange::new("tag", "", name));
    }
    if let Some(workshop) = filter.workshop {
        let (event, _) = events::sql::load(tx, event).await?;
        let workshop = event.programme.workshop(workshop);
        let title = &workshop.ok_or(Failure::NotFound)?.title;
        extent.push(FieldChange::new("workshops", "", title.shown(Locale::De)));
    }
    if with_special {
        extent.push(FieldChange::new("special-replies", "", ""));
    }
    Ok(extent)
}

impl Export {
    /// The next piece of the file; nothing at its end. No more than one piece is ever in memory.
    pub async fn next(&mut self, desk: &Desk) -> Result<Option<Vec<u8>>, Failure> {
        let Some(writer) = &mut self.writer else {
            return Ok(None);
        };
        let mut tx = desk.read(&self.permit).await?;
        let rows = sql::page(&mut tx, self.event.id, &self.filter, BATCH).await?;
        let Some(last) = rows.last().map(|row| row.id) else {
            let writer = self.writer.take().map(SheetWriter::finish);
            return writer.transpose().map_err(failed);
        };
        let mut apart = match self.special {
            Some(_) => replies::of_batch(&mut tx, self.event.id, self.filter.after, last).await?,
            None => HashMap::new(),
        };
        self.filter.after = Some(GuestId::from_uuid(last));
        let ids: Vec<GuestId> = rows.iter().map(|row| GuestId::from_uuid(row.id)).collect();
        let mut tags = tags::names_within(&mut tx, self.event.id, &ids).await?;
        let programme = &self.event.programme;
        let mut workshops = workshops::names_within(&mut tx, programme, &ids, self.words.0).await?;
        for row in rows {
            let (mut guest, _) = super::row::open(&mut tx, row).await?;
            let special = apart.remove(&guest.id.uuid()).unwrap_or_default();
            guest.file.replies.extend(special);
            let mut more = vec![tags.remove(&guest.id).unwrap_or_default()];
            if has_workshops(&self.event) {
                more.push(workshops.remove(&guest.id).unwrap_or_default());
            }
            let with_special = self.special.is_some();
            let cells = cells_of(self.words, &self.event, &guest, more, with_special);
            writer.row(&cells).map_err(failed)?;
        }
        writer.take().map(Some).map_err(failed)
    }
}

fn failed(_: WriteError) -> Failure {
    Failure::Damaged("export")
}

/// The questions whose replies have a column.
fn asked(event: &Event, with_special: bool) -> impl Iterator<Item = &Question> {
    let questions = event.questions.questions.iter();
    questions.filter(move |question| with_special || !question.is_special)
}

/// Whether workshops have a column.
fn has_workshops(event: &Event) -> bool {
    !event.programme.workshops.is_empty()
}

fn headings(words: Words, event: &Event, with_special: bool) -> Vec<String> {
    let usual = [
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
        "guests-tags",
    ];
    let usual = usual.into_iter().map(|key| words.get(key));
    let workshops = has_workshops(event).then(|| words.get("guests-workshops"));
    let labels =
        asked(event, with_special).map(|question| question.label.shown(words.0).to_owned());
    usual.chain(workshops).chain(labels).collect()
}

fn cells_of(
    words: Words,
    event: &Event,
    guest: &Guest,
    more: Vec<Vec<String>>,
    with_special: bool,
) -> Vec<Value> {
    let details = &guest.file.details;
    let email = details.email.as_ref().map_or("", EmailAddress::as_str);
    let mut cells: Vec<Value> = [
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
    ]
    .map(Value::Text)
    .into();
    cells.push(Value::Count(guest.places));
    cells.push(guest.file.answers.companions.join(", ").into());
    cells.extend(more.into_iter().map(|names| names.join(", ").into()));
    cells.extend(asked(event, with_special).map(|question| {
        let replies = &guest.file.replies;
        let reply = replies
            .iter()
            .find(|reply| reply.question == question.number);
        let said = reply.map_or(String::new(), |reply| {
            words::said(words, question, &reply.said, &event.schedule.zone)
        });
        said.into()
    }));
    cells
}
