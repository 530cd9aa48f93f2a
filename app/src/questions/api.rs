//! Server functions of questions.

#![allow(
    missing_docs,
    reason = "the macro makes items of its own that nobody can document"
)]

use leptos::prelude::*;

use super::views::{QuestionForm, QuestionsView, RepliesView};
use crate::error::ApiError;

/// What an event asks.
#[server(prefix = "/fn", endpoint = "questions/load")]
pub async fn load_questions(event: String) -> Result<QuestionsView, ApiError> {
    let ctx = crate::page::Ctx::current()?;
    let event = crate::page::id(&event)?;
    let permit = ctx.permit_at(event)?;
    let (event, replied) = backend::questions::load(&ctx.desk, &permit, event).await?;
    Ok(QuestionsView::of(&ctx, event, replied))
}

/// Changes what an event asks.
#[server(prefix = "/fn", endpoint = "questions/edit")]
pub async fn edit_questions(event: String, form: QuestionForm) -> Result<(), ApiError> {
    let ctx = crate::page::Ctx::current()?;
    let event = crate::page::id(&event)?;
    let permit = ctx.permit_at(event)?;
    Ok(backend::questions::edit(&ctx.desk, &permit, event, form.edit()?).await?)
}

/// Who replied what to an event's questions; the log tells who looked.
#[server(prefix = "/fn", endpoint = "questions/replies")]
pub async fn load_replies(event: String) -> Result<Vec<RepliesView>, ApiError> {
    let ctx = crate::page::Ctx::current()?;
    let event = crate::page::id(&event)?;
    let (permit, special) = (ctx.permit_at(event)?, ctx.permit_at(event).ok());
    let seen = backend::questions::see_replies(&ctx.desk, &permit, special.as_ref(), event);
    let (event, replies) = seen.await?;
    let replies = replies.into_iter();
    Ok(replies
        .map(|one| RepliesView::of(&ctx, &event, one))
        .collect())
}

/// A question as guests will see it, as HTML.
#[server(prefix = "/fn", endpoint = "questions/preview")]
pub async fn preview_question(event: String, form: QuestionForm) -> Result<String, ApiError> {
    let ctx = crate::page::Ctx::current()?;
    let event = crate::page::id(&event)?;
    let permit = ctx.permit_at(event)?;
    let (event, replied) = backend::questions::load(&ctx.desk, &permit, event).await?;
    let shown = QuestionsView::of(&ctx, event, replied);
    Ok(crate::events::pages::questions::preview(
        &ctx, &shown, &form,
    ))
}
