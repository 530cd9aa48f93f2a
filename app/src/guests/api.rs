//! Server functions of guests.

#![allow(
    missing_docs,
    reason = "the macro makes items of its own that nobody can document"
)]

use leptos::prelude::*;

use super::views::{ChosenForm, GuestForm, GuestPageView, GuestView, HistoryView};
use crate::error::ApiError;

/// Seals a part of a name, company or address for the address of the list that finds it.
#[server(prefix = "/fn", endpoint = "guests/ask")]
pub async fn ask_guests(
    event: String,
    #[server(default)] text: String,
) -> Result<String, ApiError> {
    let ctx = crate::page::Ctx::current()?;
    let event = crate::page::id(&event)?;
    Ok(backend::guests::ask(&ctx.desk, &ctx.permit_at(event)?, event, &text).await?)
}

/// A page of an event's guest list. `standing` is a code, `invited` or empty; `tag` an id or empty,
/// `workshop` a number or empty; `search` comes from [`ask_guests`]; `after` is the last guest of the page before.
#[server(prefix = "/fn", endpoint = "guests/list")]
pub async fn list_guests(
    event: String,
    #[server(default)] standing: String,
    #[server(default)] tag: String,
    #[server(default)] workshop: String,
    #[server(default)] search: String,
    #[server(default)] after: String,
) -> Result<GuestPageView, ApiError> {
    let ctx = crate::page::Ctx::current()?;
    let event = crate::page::id(&event)?;
    let permit = ctx.permit_at(event)?;
    let search = backend::guests::asked(&ctx.desk, &permit, event, &search).await?;
    let filter = super::pages::filter(&standing, &tag, &workshop, search, &after)?;
    let page = backend::guests::list(&ctx.desk, &permit, event, &filter).await?;
    let ids: Vec<_> = page.guests.iter().map(|guest| guest.id).collect();
    let tags = backend::tags::names_of(&ctx.desk, &permit, event, &ids).await?;
    Ok(GuestPageView::of(&ctx, &page, tags, filter.search))
}

/// One guest of an event; the log tells who looked.
#[server(prefix = "/fn", endpoint = "guests/load")]
pub async fn load_guest(event: String, guest: String) -> Result<GuestView, ApiError> {
    let ctx = crate::page::Ctx::current()?;
    let (permit, guest) = (
        ctx.permit_at(crate::page::id(&event)?)?,
        crate::page::id(&guest)?,
    );
    let guest = backend::guests::see(&ctx.desk, &permit, guest).await?;
    super::pages::must_be_of(&guest, &event)?;
    let special = if ctx.may_at(&event, domain::access::Action::SeeSpecialReplies) {
        let permit = ctx.permit_at(guest.event)?;
        backend::questions::see_special(&ctx.desk, &permit, guest.id).await?
    } else {
        Vec::new()
    };
    let (event, _) =
        backend::events::load(&ctx.desk, &ctx.permit_at(guest.event)?, guest.event).await?;
    let [replies, special] =
        crate::events::pages::questions::said(ctx.words, &event, &guest, &special);
    let mut tags = backend::tags::names_of(&ctx.desk, &permit, guest.event, &[guest.id]).await?;
    let of = [guest.id];
    let mut workshops =
        backend::workshops::names_of(&ctx.desk, &permit, &event, &of, ctx.words.0).await?;
    let objects = backend::objections::since(&ctx.desk, &permit, guest.id).await?;
    Ok(GuestView {
        objects: objects.map_or_else(String::new, |since| ctx.day(since)),
        tags: tags.remove(&guest.id).unwrap_or_default(),
        workshops: workshops.remove(&guest.id).unwrap_or_default(),
        replies,
        special,
        ..GuestView::of(&ctx, &guest)
    })
}

/// Who changed what about a guest, when, from where; newest first.
#[server(prefix = "/fn", endpoint = "guests/history")]
pub async fn guest_history(event: String, guest: String) -> Result<Vec<HistoryView>, ApiError> {
    let ctx = crate::page::Ctx::current()?;
    let (permit, guest) = (
        ctx.permit_at(crate::page::id(&event)?)?,
        crate::page::id(&guest)?,
    );
    let known = backend::guests::load(&ctx.desk, &permit, guest).await?;
    super::pages::must_be_of(&known, &event)?;
    let entries = backend::history::of_guest(&ctx.desk, &permit, guest).await?;
    Ok(entries
        .into_iter()
        .map(|entry| HistoryView::of(&ctx, entry))
        .collect())
}

/// What is known of a guest, as a form starts with it; the log tells who looked.
#[server(prefix = "/fn", endpoint = "guests/details")]
pub async fn guest_details(event: String, guest: String) -> Result<GuestForm, ApiError> {
    let ctx = crate::page::Ctx::current()?;
    let (permit, guest) = (
        ctx.permit_at(crate::page::id(&event)?)?,
        crate::page::id(&guest)?,
    );
    let guest = backend::guests::see(&ctx.desk, &permit, guest).await?;
    super::pages::must_be_of(&guest, &event)?;
    Ok(GuestForm::of(&guest))
}

/// Puts a guest on the list and returns its id.
#[server(prefix = "/fn", endpoint = "guests/add")]
pub async fn add_guest(event: String, form: GuestForm) -> Result<String, ApiError> {
    let ctx = crate::page::Ctx::current()?;
    let event = crate::page::id(&event)?;
    let permit = ctx.permit_at(event)?;
    let guest = backend::guests::add(&ctx.desk, &permit, event, &form.into()).await?;
    Ok(guest.to_string())
}

/// Changes what is known of a guest.
#[server(prefix = "/fn", endpoint = "guests/edit")]
pub async fn edit_guest(event: String, guest: String, form: GuestForm) -> Result<(), ApiError> {
    let ctx = crate::page::Ctx::current()?;
    let (event, guest) = (crate::page::id(&event)?, crate::page::id(&guest)?);
    let permit = ctx.permit_at(event)?;
    let coming = backend::guests::edit(&ctx.desk, &permit, event, guest, &form.into()).await?;
    for guest in coming {
        backend::registrations::send_link(&ctx.desk, &permit, guest).await?;
    }
    Ok(())
}

/// Takes a guest off the list.
#[server(prefix = "/fn", endpoint = "guests/take-off")]
pub async fn take_off(event: String, guest: String) -> Result<(), ApiError> {
    let ctx = crate::page::Ctx::current()?;
    let (event, guest) = (crate::page::id(&event)?, crate::page::id(&guest)?);
    Ok(backend::guests::take_off(&ctx.desk, &ctx.permit_at(event)?, event, guest).await?)
}

/// Takes those who are picked off the list; returns how many.
#[server(prefix = "/fn", endpoint = "guests/take-off-chosen")]
pub async fn take_off_chosen(event: String, chosen: ChosenForm) -> Result<u32, ApiError> {
    let ctx = crate::page::Ctx::current()?;
    let event = crate::page::id(&event)?;
    let (permit, chosen) = (ctx.permit_at(event)?, chosen.try_into()?);
    Ok(backend::guests::take_off_chosen(&ctx.desk, &permit, event, &chosen).await?)
}
