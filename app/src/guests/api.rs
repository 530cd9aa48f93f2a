//! Server functions of guests.

#![allow(
    missing_docs,
    reason = "the macro makes items of its own that nobody can document"
)]

use leptos::prelude::*;

use super::views::{GuestPageView, GuestView, HistoryView};
use crate::error::ApiError;

/// A page of an event's guest list. `standing` is a code, `invited` or empty; `after` the last guest of the page before.
#[server(prefix = "/fn", endpoint = "guests/list")]
pub async fn list_guests(
    event: String,
    #[server(default)] standing: String,
    #[server(default)] search: String,
    #[server(default)] after: String,
) -> Result<GuestPageView, ApiError> {
    let ctx = crate::page::Ctx::current()?;
    let event = crate::page::id(&event)?;
    let filter = super::pages::filter(&standing, search, &after);
    let page = backend::guests::list(&ctx.desk, &ctx.permit()?, event, &filter).await?;
    Ok(GuestPageView::of(&ctx, &page))
}

/// One guest of an event.
#[server(prefix = "/fn", endpoint = "guests/load")]
pub async fn load_guest(event: String, guest: String) -> Result<GuestView, ApiError> {
    let ctx = crate::page::Ctx::current()?;
    let guest = crate::page::id(&guest)?;
    let guest = backend::guests::load(&ctx.desk, &ctx.permit()?, guest).await?;
    if guest.event.to_string() == event {
        Ok(GuestView::of(&ctx, &guest))
    } else {
        Err(ApiError::NotFound)
    }
}

/// Who changed what about a guest, when, from where; newest first.
#[server(prefix = "/fn", endpoint = "guests/history")]
pub async fn guest_history(event: String, guest: String) -> Result<Vec<HistoryView>, ApiError> {
    let ctx = crate::page::Ctx::current()?;
    load_guest(event, guest.clone()).await?;
    let guest = crate::page::id(&guest)?;
    let entries = backend::history::of_guest(&ctx.desk, &ctx.permit()?, guest).await?;
    Ok(entries
        .into_iter()
        .map(|entry| HistoryView::of(&ctx, entry))
        .collect())
}
