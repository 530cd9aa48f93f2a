//! Server functions of those whose data is held.

#![allow(
    missing_docs,
    reason = "the macro makes items of its own that nobody can document"
)]

use leptos::prelude::*;

use super::views::OwnDataView;
use crate::error::ApiError;

/// Mails the link to what is held about the guest of a personal link; false for a guest without an address.
#[server(prefix = "/fn", endpoint = "rights/ask")]
pub async fn ask_for_own_data(token: String) -> Result<bool, ApiError> {
    let ctx = crate::page::Ctx::current()?;
    let (permit, guest) = ctx.permit_of_link(&token).await?;
    Ok(backend::rights::ask(&ctx.desk, &permit, guest).await?)
}

/// Everything that is held about the person of a personal link, proven by the link from the mail.
#[server(prefix = "/fn", endpoint = "rights/see")]
pub async fn see_own_data(token: String, proof: String) -> Result<OwnDataView, ApiError> {
    let ctx = crate::page::Ctx::current()?;
    let (permit, guest) = ctx.permit_of_link(&token).await?;
    let locale = ctx.words.0;
    let data = backend::rights::see(&ctx.desk, &permit, guest, &proof, locale).await?;
    Ok(OwnDataView::of(&ctx, &data))
}

/// Erases the person of a personal link, proven by the link from the mail; answers with the id that the person had.
#[server(prefix = "/fn", endpoint = "rights/erase")]
pub async fn erase_own_data(token: String, proof: String) -> Result<String, ApiError> {
    let ctx = crate::page::Ctx::current()?;
    let (permit, guest) = ctx.permit_of_link(&token).await?;
    let person = backend::rights::erase(&ctx.desk, &permit, guest, &proof).await?;
    Ok(person.to_string())
}
