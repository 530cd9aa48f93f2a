//! Server functions of tags.

#![allow(
    missing_docs,
    reason = "the macro makes items of its own that nobody can document"
)]

use leptos::prelude::*;

use super::views::TagView;
use crate::{error::ApiError, guests::views::ChosenForm};

/// The tags that somebody at an event has, by name.
#[server(prefix = "/fn", endpoint = "tags/list")]
pub async fn list_tags(event: String) -> Result<Vec<TagView>, ApiError> {
    let ctx = crate::page::Ctx::current()?;
    let event = crate::page::id(&event)?;
    let lines = backend::tags::list(&ctx.desk, &ctx.permit_at(event)?, event).await?;
    let shown = |line: backend::tags::TagLine| TagView {
        id: line.tag.id.to_string(),
        name: line.tag.name,
        guests: line.guests,
    };
    Ok(lines.into_iter().map(shown).collect())
}

/// Gives a tag to those who are picked; returns how many got it.
#[server(prefix = "/fn", endpoint = "tags/put")]
pub async fn tag_guests(
    event: String,
    chosen: ChosenForm,
    #[server(default)] tag: String,
) -> Result<u32, ApiError> {
    let ctx = crate::page::Ctx::current()?;
    let event = crate::page::id(&event)?;
    let (permit, chosen) = (ctx.permit_at(event)?, chosen.try_into()?);
    Ok(backend::tags::put(&ctx.desk, &permit, event, &chosen, &tag).await?)
}

/// Takes a tag from those who are picked; returns how many had it.
#[server(prefix = "/fn", endpoint = "tags/take")]
pub async fn untag_guests(
    event: String,
    chosen: ChosenForm,
    #[server(default)] tag: String,
) -> Result<u32, ApiError> {
    let ctx = crate::page::Ctx::current()?;
    let event = crate::page::id(&event)?;
    let (permit, chosen) = (ctx.permit_at(event)?, chosen.try_into()?);
    Ok(backend::tags::take(&ctx.desk, &permit, event, &chosen, &tag).await?)
}
