//! Server functions of events.

#![allow(
    missing_docs,
    reason = "the macro makes items of its own that nobody can document"
)]

use leptos::prelude::*;

use super::{
    page_views::{EditedPageView, PageForm},
    views::{AnswersView, EventForm, EventView, FiguresView},
};
use crate::error::ApiError;

/// The events of the tenant, the next one first.
#[server(prefix = "/fn", endpoint = "events/list")]
pub async fn list_events() -> Result<Vec<EventView>, ApiError> {
    let ctx = crate::page::Ctx::current()?;
    let lines = backend::events::list(&ctx.desk, &ctx.permit()?).await?;
    Ok(lines
        .into_iter()
        .map(|line| EventView::of(&ctx, &line.event, line.figures))
        .collect())
}

/// One event.
#[server(prefix = "/fn", endpoint = "events/load")]
pub async fn load_event(event: String) -> Result<EventView, ApiError> {
    let ctx = crate::page::Ctx::current()?;
    let event = crate::page::id(&event)?;
    let (event, figures) = backend::events::load(&ctx.desk, &ctx.permit_at(event)?, event).await?;
    Ok(EventView::of(&ctx, &event, figures))
}

/// The figures of an event, for a page that stays open.
#[server(prefix = "/fn", endpoint = "events/figures")]
pub async fn event_figures(event: String) -> Result<FiguresView, ApiError> {
    Ok(load_event(event).await?.figures)
}

/// Where the answers of an event stood on each day.
#[server(prefix = "/fn", endpoint = "events/answers")]
pub async fn event_answers(event: String) -> Result<AnswersView, ApiError> {
    let ctx = crate::page::Ctx::current()?;
    let event = crate::page::id(&event)?;
    let answers = backend::events::answers_by_day(&ctx.desk, &ctx.permit_at(event)?, event).await?;
    Ok(AnswersView::of(&ctx, &answers))
}

/// Creates an event as a draft and returns its id. Made after another event, it also gets that one's invitation.
#[server(prefix = "/fn", endpoint = "events/create")]
pub async fn create_event(form: EventForm) -> Result<String, ApiError> {
    let ctx = crate::page::Ctx::current()?;
    let from = match form.from.as_str() {
        "" => None,
        from => Some(crate::page::id(from)?),
    };
    let event = backend::events::create(&ctx.desk, &ctx.permit()?, &form.into()).await?;
    let may_write = ctx.may_at(&event.to_string(), domain::access::Action::SendMailings);
    if let Some(from) = from.filter(|_| may_write) {
        let permit = ctx.permit_at(event)?;
        backend::mailings::take_over(&ctx.desk, &permit, from, event).await?;
    }
    Ok(event.to_string())
}

/// Changes an event.
#[server(prefix = "/fn", endpoint = "events/change")]
pub async fn change_event(event: String, form: EventForm) -> Result<(), ApiError> {
    let ctx = crate::page::Ctx::current()?;
    let event = crate::page::id(&event)?;
    Ok(backend::events::change(&ctx.desk, &ctx.permit_at(event)?, event, &form.into()).await?)
}

/// Takes a step of an event's life: publish, close, cancel and so on.
#[server(prefix = "/fn", endpoint = "events/step")]
pub async fn take_step(event: String, step: String) -> Result<(), ApiError> {
    let ctx = crate::page::Ctx::current()?;
    let event = crate::page::id(&event)?;
    let permit = ctx.permit_at(event)?;
    Ok(backend::events::step(&ctx.desk, &permit, event, crate::page::id(&step)?).await?)
}

/// The page of an event, with what its forms start with.
#[server(prefix = "/fn", endpoint = "events/page")]
pub async fn load_page(event: String) -> Result<EditedPageView, ApiError> {
    let ctx = crate::page::Ctx::current()?;
    let event = crate::page::id(&event)?;
    ctx.permit_at::<domain::access::act::PlanEvents>(event)?;
    let (event, _) = backend::events::load(&ctx.desk, &ctx.permit_at(event)?, event).await?;
    Ok(EditedPageView::of(&event, ctx.words.0))
}

/// Changes the page of an event.
#[server(prefix = "/fn", endpoint = "events/edit-page")]
pub async fn edit_page(event: String, form: PageForm) -> Result<(), ApiError> {
    let ctx = crate::page::Ctx::current()?;
    let event = crate::page::id(&event)?;
    let permit = ctx.permit_at(event)?;
    Ok(backend::events::edit_page(&ctx.desk, &permit, event, form.edit()?).await?)
}

/// A text as it will stand on the page of an event.
#[server(prefix = "/fn", endpoint = "events/prose")]
pub async fn preview_text(event: String, description: String) -> Result<String, ApiError> {
    let ctx = crate::page::Ctx::current()?;
    let event = crate::page::id(&event)?;
    backend::events::must_be_there(&ctx.desk, &ctx.permit_at(event)?, event).await?;
    let length_max = domain::events::EventPlan::DESCRIPTION_LENGTH_MAX;
    let text: String = description.chars().take(length_max).collect();
    let html = crate::page::prose(&text, 1);
    Ok(format!("<div class=\"prose\">{html}</div>"))
}

/// Takes the picture off the page of an event.
#[server(prefix = "/fn", endpoint = "events/remove-cover")]
pub async fn remove_cover(event: String) -> Result<(), ApiError> {
    let ctx = crate::page::Ctx::current()?;
    let event = crate::page::id(&event)?;
    Ok(backend::covers::remove(&ctx.desk, &ctx.permit_at(event)?, event).await?)
}
