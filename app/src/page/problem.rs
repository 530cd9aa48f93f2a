//! Pages for what went wrong, in the product's voice.

use leptos::prelude::*;

use super::{Ctx, form::say_rejection, frames::participant};
use crate::{
    error::ApiError,
    ui::{EmptyState, LinkButton},
};

/// The page for what went wrong.
pub(super) fn problem(ctx: &Ctx, error: &ApiError) -> AnyView {
    let words = ctx.words;
    let (key, icon) = match error {
        ApiError::NotFound | ApiError::SignedOut | ApiError::Invalid(_)
            if ctx.path.starts_with("/i/") =>
        {
            ("link", "link")
        }
        ApiError::NotFound if ["/m/", "/u/"].iter().any(|path| ctx.path.starts_with(path)) => {
            ("link", "link")
        }
        ApiError::OtherEnvironment { .. } => ("other-environment", "link"),
        ApiError::NotFound
            if ["/app/join/", "/app/reset/"]
                .iter()
                .any(|path| ctx.path.starts_with(path)) =>
        {
            ("used-link", "link")
        }
        ApiError::NotFound | ApiError::SignedOut | ApiError::Invalid(_) => ("not-found", "search"),
        ApiError::Rejected(_) => ("rejected", "circle-alert"),
        ApiError::Busy | ApiError::Offline => ("busy", "hourglass"),
        ApiError::Internal { .. } => ("internal", "triangle-alert"),
    };
    let text = match error {
        ApiError::Rejected(rejection) => say_rejection(words, rejection),
        ApiError::OtherEnvironment { environment } => {
            words.get(&format!("error-other-environment-{environment}"))
        }
        ApiError::Internal { incident } => {
            words.with("error-internal-text", [("incident", incident.into())])
        }
        _ => words.get(&format!("error-{key}-text")),
    };
    let title = words.get(&format!("error-{key}-title"));
    let home = words.get("error-home");
    let shown = title.clone();
    participant(ctx, title, "", move || {
        view! {
            <h1 class="sr-only">{shown.clone()}</h1>
            <EmptyState title=shown.clone() text=text icon=icon>
                <LinkButton href="/">{home}</LinkButton>
            </EmptyState>
        }
        .into_any()
    })
}
