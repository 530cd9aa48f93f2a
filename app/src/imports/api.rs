//! Server functions of imports. Uploading itself is a plain form (`pages::upload`), because a file is no argument.

#![allow(
    missing_docs,
    reason = "the macro makes items of its own that nobody can document"
)]

use leptos::prelude::*;

use super::views::{PreviewView, ProgressView};
use crate::error::ApiError;

/// Where an import stands.
#[server(prefix = "/fn", endpoint = "imports/progress")]
pub async fn import_progress(event: String, import: String) -> Result<ProgressView, ApiError> {
    let ctx = crate::page::Ctx::current()?;
    let (event, import) = (crate::page::id(&event)?, crate::page::id(&import)?);
    Ok(
        backend::imports::status(&ctx.desk, &ctx.permit_at(event)?, event, import)
            .await?
            .into(),
    )
}

/// An uploaded list as it was understood.
#[server(prefix = "/fn", endpoint = "imports/preview")]
pub async fn preview_import(event: String, import: String) -> Result<PreviewView, ApiError> {
    let ctx = crate::page::Ctx::current()?;
    let (event, import) = (crate::page::id(&event)?, crate::page::id(&import)?);
    let preview =
        backend::imports::preview(&ctx.desk, &ctx.permit_at(event)?, event, import).await?;
    Ok(PreviewView::of(ctx.words, preview))
}

/// Corrects what was guessed: character set, delimiter, meaning of the columns in order.
#[server(prefix = "/fn", endpoint = "imports/adjust")]
pub async fn adjust_import(
    event: String,
    import: String,
    #[server(default)] charset: String,
    #[server(default)] delimiter: String,
    #[server(default)] columns: Vec<String>,
) -> Result<(), ApiError> {
    let ctx = crate::page::Ctx::current()?;
    let (event, import) = (crate::page::id(&event)?, crate::page::id(&import)?);
    let columns = columns
        .iter()
        .map(|code| domain::imports::Column::from_code(code))
        .collect();
    let adjustment = backend::imports::Adjustment {
        charset,
        delimiter,
        columns,
    };
    Ok(
        backend::imports::adjust(&ctx.desk, &ctx.permit_at(event)?, event, import, adjustment)
            .await?,
    )
}

/// Puts the good rows on the guest list; answers at once, the work goes on and tells its progress.
#[server(prefix = "/fn", endpoint = "imports/confirm")]
pub async fn confirm_import(event: String, import: String) -> Result<(), ApiError> {
    let ctx = crate::page::Ctx::current()?;
    if import_progress(event.clone(), import.clone()).await? != ProgressView::Draft {
        return Ok(());
    }
    let preview = preview_import(event.clone(), import.clone()).await?;
    if preview.good == 0 {
        return Err(ApiError::Rejected(crate::error::Rejection::NothingToImport));
    }
    let (event, import) = (crate::page::id(&event)?, crate::page::id(&import)?);
    super::pages::start(&ctx, ctx.permit_at(event)?, event, import, preview.good);
    Ok(())
}

/// Takes an import back; guests who were invited or have answered stay.
#[server(prefix = "/fn", endpoint = "imports/undo")]
pub async fn undo_import(event: String, import: String) -> Result<u32, ApiError> {
    let ctx = crate::page::Ctx::current()?;
    let (event, import) = (crate::page::id(&event)?, crate::page::id(&import)?);
    Ok(backend::imports::undo(&ctx.desk, &ctx.permit_at(event)?, event, import).await?)
}
