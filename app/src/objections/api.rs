//! Server functions of objections to mailings.

#![allow(
    missing_docs,
    reason = "the macro makes items of its own that nobody can document"
)]

use leptos::prelude::*;

use super::views::ObjectionView;
use crate::error::ApiError;

/// Whether the address to which a mail went gets mailings.
#[server(prefix = "/fn", endpoint = "objections/see")]
pub async fn see_objection(token: String) -> Result<ObjectionView, ApiError> {
    let ctx = crate::page::Ctx::current()?;
    let (permit, recipient) = backend::objections::holder(&ctx.desk, &ctx.origin, &token).await?;
    let shown = backend::objections::see(&ctx.desk, &permit, &recipient).await?;
    let since = shown.since.map(|since| ctx.day(since));
    Ok(ObjectionView {
        organiser: shown.organiser,
        since: since.unwrap_or_default(),
    })
}

/// The address to which a mail went gets no mailings any more.
#[server(prefix = "/fn", endpoint = "objections/object")]
pub async fn object_to_mailings(token: String) -> Result<(), ApiError> {
    let ctx = crate::page::Ctx::current()?;
    let (permit, recipient) = backend::objections::holder(&ctx.desk, &ctx.origin, &token).await?;
    Ok(backend::objections::object(&ctx.desk, &permit, &recipient).await?)
}

/// The address to which a mail went gets mailings again.
#[server(prefix = "/fn", endpoint = "objections/allow")]
pub async fn allow_mailings(token: String) -> Result<(), ApiError> {
    let ctx = crate::page::Ctx::current()?;
    let (permit, recipient) = backend::objections::holder(&ctx.desk, &ctx.origin, &token).await?;
    Ok(backend::objections::allow(&ctx.desk, &permit, &recipient).await?)
}
