//! Pages that ask before they show.

use std::future::Future;

use axum::http::{HeaderValue, StatusCode, header::LOCATION};
use leptos::prelude::*;
use leptos_axum::ResponseOptions;

use super::{Ctx, encode, problem::problem};
use crate::error::{ApiError, Rejection};

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
                    if let Some(to) = detour(&error, &ctx.path) {
                        options.set_status(StatusCode::SEE_OTHER);
                        if let Ok(to) = HeaderValue::from_str(&to) {
                            options.insert_header(LOCATION, to);
                        }
                        return ().into_any();
                    }
                    options.set_status(status(&error));
                }
                problem(&ctx, &error)
            }
        }
    })
    .into_any()
}

/// Where to go before a page or a form is tried again, if that helps.
pub fn detour(error: &ApiError, path: &str) -> Option<String> {
    match error {
        ApiError::Rejected(Rejection::Prove) => Some(format!("/app/prove?next={}", encode(path))),
        ApiError::Rejected(Rejection::SetUpFactor) => Some("/app/account/factors".to_owned()),
        ApiError::Rejected(Rejection::SignInOver) => Some("/app/login?over=1".to_owned()),
        _ => None,
    }
}

const fn status(error: &ApiError) -> StatusCode {
    match error {
        ApiError::NotFound | ApiError::OtherEnvironment { .. } => StatusCode::NOT_FOUND,
        ApiError::SignedOut => StatusCode::UNAUTHORIZED,
        ApiError::Invalid(_) => StatusCode::UNPROCESSABLE_ENTITY,
        ApiError::Rejected(_) => StatusCode::CONFLICT,
        ApiError::Busy | ApiError::Offline => StatusCode::SERVICE_UNAVAILABLE,
        ApiError::Internal { .. } => StatusCode::INTERNAL_SERVER_ERROR,
    }
}
