//! Changing the page of an event.

use domain::{
    access::act,
    events::{Colour, Contact, EventPage, EventText, PageEdit, PageError, PageItem, PageList},
    fields::FieldError,
    ids::EventId,
};

use super::{row::EventFile, sql};
use crate::{
    Failure,
    access::Permit,
    desk::{Change, Desk, FieldChange},
};

/// Why a page is not changed.
#[derive(Debug, thiserror::Error)]
pub enum EditPageError {
    /// Fields are wrong.
    #[error("fields are wrong")]
    Invalid(Vec<FieldError>),
    /// Something else failed; [`Failure::NotFound`] for an item that somebody else took away.
    #[error(transparent)]
    Failure(#[from] Failure),
}

impl From<PageError> for EditPageError {
    fn from(error: PageError) -> Self {
        match error {
            PageError::Invalid(errors) => Self::Invalid(errors),
            PageError::Gone => Self::Failure(Failure::NotFound),
        }
    }
}

/// Changes the page of an event; nothing changed, nothing logged.
pub async fn edit_page(
    desk: &Desk,
    permit: &Permit<act::PlanEvents>,
    event: EventId,
    edit: PageEdit,
) -> Result<(), EditPageError> {
    let mut tx = desk.open(permit).await?;
    let (before, key) = sql::load_for_change(&mut tx, event).await?;
    let (page, text) = before.page.edited(&before.text, edit)?;
    // Who is named on a page can be taken off it again: the log keeps that it changed, not the names.
    let without_names = |field: &'static str, before: String, after: String| match field {
        "people" | "contact" => FieldChange::new(field, "", ""),
        _ => FieldChange::new(field, before, after),
    };
    let changes: Vec<FieldChange> = values_of(&before.text, &before.page)
        .into_iter()
        .zip(values_of(&text, &page))
        .filter(|((_, before), (_, after))| before != after)
        .map(|((field, before), (_, after))| without_names(field, before, after))
        .collect();
    if changes.is_empty() {
        return Ok(());
    }
    let elsewhere = page.english.place != before.page.english.place;
    let file = EventFile {
        text,
        page,
        ..EventFile::of(&before)
    };
    let sealed = file.seal(&key, event);
    let moved_at = if elsewhere && before.published_at.is_some() {
        Some(tx.now())
    } else {
        before.moved_at
    };
    sql::set_file(&mut tx, event, sealed, moved_at).await?;
    let change = Change::new("event.page_changed", event, event.uuid(), &key)
        .of_event(event)
        .with(changes);
    Ok(tx.commit(change).await?)
}

/// What stands on a page, as the log keeps it.
fn values_of(text: &EventText, page: &EventPage) -> [(&'static str, String); 9] {
    let Contact { name, email, phone } = &page.contact;
    let list = |list| lines_of(page.items(list));
    [
        ("description", text.description.clone()),
        ("title-en", page.english.title.clone()),
        ("place-en", page.english.place.clone()),
        ("description-en", page.english.description.clone()),
        ("agenda", list(PageList::Agenda)),
        ("people", list(PageList::People)),
        ("questions", list(PageList::Questions)),
        (
            "contact",
            [name.as_str(), email, phone].join("\n").trim().to_owned(),
        ),
        ("colour", page.colour.map_or(String::new(), Colour::code)),
    ]
}

fn lines_of(items: &[PageItem]) -> String {
    let parts = |item: &PageItem| {
        let PageItem {
            lead, title, text, ..
        } = item;
        let parts = [lead, &title.main, &title.english, &text.main, &text.english];
        let parts: Vec<&str> = parts
            .into_iter()
            .map(String::as_str)
            .filter(|part| !part.is_empty())
            .collect();
        parts.join(" | ")
    };
    items.iter().map(parts).collect::<Vec<_>>().join("\n")
}
