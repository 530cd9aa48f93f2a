//! Pages that ask before they show.

use std::future::Future;

use axum::http::StatusCode;
use leptos::prelude::*;
use leptos_axum::ResponseOptions;

use super::{Ctx, problem::problem};
use crate::error::ApiError;

/// Shows what `ask` brings, or the page for what went wrong, with the right status.
pub fn load<F, V>(ask: impl FnOnce(Ctx) -> F) -> AnyView
where
    F: Future<Output = Result<V, ApiError>> + Send + 'static,
    V: IntoView + Send + 'static,
{
    let Ok(ctx) = Ctx::current() else {
        return ().into_any();
    };
    let options = use_context::<ResponseOptions>();
    let asked = ask(ctx.clone());
    Suspend::new(async move {
        match asked.await {
            Ok(view) => view.into_any(),
            Err(error) => {
                if let Some(options) = options {
                    options.set_status(status(&error));
                }
                problem(&ctx, &error)
            }
        }
    })
    .into_any()
}

const fn status(error: &ApiError) -> StatusCode {
    match error {
        ApiError::NotFound => StatusCode::NOT_FOUND,
        ApiError::SignedOut => StatusCode::UNAUTHORIZED,
        ApiError::Invalid(_) => StatusCode::UNPROCESSABLE_ENTITY,
        ApiError::Rejected(_) => StatusCode::CONFLICT,
        ApiError::Busy | ApiError::Offline => StatusCode::SERVICE_UNAVAILABLE,
        ApiError::Internal { .. } => StatusCode::INTERNAL_SERVER_ERROR,
    }
}
