//! Server functions of workshops.

#![allow(
    missing_docs,
    reason = "the macro makes items of its own that nobody can document"
)]

use leptos::prelude::*;

use super::views::{WorkshopForm, WorkshopsView};
use crate::error::ApiError;

/// The workshops of an event, and how their places stand.
#[server(prefix = "/fn", endpoint = "workshops/load")]
pub async fn load_workshops(event: String) -> Result<WorkshopsView, ApiError> {
    let ctx = crate::page::Ctx::current()?;
    let event = crate::page::id(&event)?;
    let (event, seating) =
        backend::workshops::load(&ctx.desk, &ctx.permit_at(event)?, event).await?;
    Ok(WorkshopsView::of(&ctx, &event, &seating))
}

/// Adds a workshop, changes one, or calls it off.
#[server(prefix = "/fn", endpoint = "workshops/edit")]
pub async fn edit_workshops(event: String, form: WorkshopForm) -> Result<(), ApiError> {
    let ctx = crate::page::Ctx::current()?;
    let event = crate::page::id(&event)?;
    let (permit, number) = (ctx.permit_at(event)?, form.number);
    match form.what.as_str() {
        "put" => backend::workshops::put(&ctx.desk, &permit, event, number, &form.into()).await?,
        "remove" => backend::workshops::remove(&ctx.desk, &permit, event, number).await?,
        _ => return Err(ApiError::NotFound),
    }
    Ok(())
}
