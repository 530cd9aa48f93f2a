//! Server functions of objections to mailings.

#![allow(
    missing_docs,
    reason = "the macro makes items of its own that nobody can document"
)]

use leptos::prelude::*;

use super::views::ObjectionView;
use crate::error::ApiError;

/// Whether the guest who holds the link of a mailing gets mailings.
#[server(prefix = "/fn", endpoint = "objections/see")]
pub async fn see_objection(token: String) -> Result<ObjectionView, ApiError> {
    let ctx = crate::page::Ctx::current()?;
    let (permit, guest) = backend::objections::holder(&ctx.desk, &ctx.origin, &token).await?;
    let shown = backend::objections::see(&ctx.desk, &permit, guest).await?;
    let since = shown.since.map(|since| ctx.day(since));
    Ok(ObjectionView {
        organiser: shown.organiser,
        since: since.unwrap_or_default(),
        has_address: shown.has_address,
    })
}

/// The guest who holds the link of a mailing gets no mailings any more.
#[server(prefix = "/fn", endpoint = "objections/object")]
pub async fn object_to_mailings(token: String) -> Result<(), ApiError> {
    let ctx = crate::page::Ctx::current()?;
    let (permit, guest) = backend::objections::holder(&ctx.desk, &ctx.origin, &token).await?;
    Ok(backend::objections::object(&ctx.desk, &permit, guest).await?)
}

/// The guest who holds the link of a mailing gets mailings again.
#[server(prefix = "/fn", endpoint = "objections/allow")]
pub async fn allow_mailings(token: String) -> Result<(), ApiError> {
    let ctx = crate::page::Ctx::current()?;
    let (permit, guest) = backend::objections::holder(&ctx.desk, &ctx.origin, &token).await?;
    Ok(backend::objections::allow(&ctx.desk, &permit, guest).await?)
}
