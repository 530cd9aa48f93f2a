//! Forms post to their own page: either the next page follows, or the same page again with everything that was typed.

use app::{
    error::{ApiError, Rejection},
    page::{Ctx, FormRoute, FormState, Pairs, detour, shell},
};
use axum::{
    RequestExt,
    body::{Body, to_bytes},
    extract::{FromRequest as _, Multipart, RawPathParams, Request},
    http::{StatusCode, header},
    response::{IntoResponse, Redirect, Response},
};
use leptos::{
    prelude::{Owner, provide_context},
    reactive::computed::ScopedFuture,
};
use leptos_axum::render_app_async_with_context;

use super::{
    busy::{self, Again, Why},
    context::pairs,
    router::provide_request,
};

/// As large as a form may be; lists have a route of their own.
pub(super) const BYTES_MAX: usize = 1024 * 1024;

/// Takes a form.
pub(super) async fn submit(form: FormRoute, mut request: Request) -> Response {
    let Some(ctx) = request.extensions().get::<Ctx>().cloned() else {
        return StatusCode::INTERNAL_SERVER_ERROR.into_response();
    };
    let Ok(params) = request.extract_parts::<RawPathParams>().await else {
        return StatusCode::BAD_REQUEST.into_response();
    };
    let params: Vec<String> = params.iter().map(|(_, value)| value.to_owned()).collect();
    let uri = request.uri().clone();
    let Some(typed) = read(request).await else {
        return StatusCode::PAYLOAD_TOO_LARGE.into_response();
    };
    let result = within(&ctx, || (form.submit)(params, typed.clone())).await;
    match result {
        // What a mail program sends must be answered without a redirect (RFC 8058, section 3.2).
        Ok(_) if typed.find("List-Unsubscribe").is_some() => StatusCode::OK.into_response(),
        Ok(next) => Redirect::to(&next).into_response(),
        Err(ApiError::Busy | ApiError::Offline) => busy::page(
            ctx.words,
            ctx.theme,
            Why::Unreachable,
            &Again::Send(&uri.to_string(), &typed),
        ),
        Err(error) => again(&ctx, &uri.to_string(), typed, error).await,
    }
}

/// What was typed. Mail programs send their one click in parts (RFC 8058, section 3.2), browsers in pairs; nothing for what is
/// too large or broken.
async fn read(request: Request) -> Option<Pairs> {
    let kind = request.headers().get(header::CONTENT_TYPE);
    let in_parts = kind.is_some_and(|kind| kind.as_bytes().starts_with(b"multipart/form-data"));
    if !in_parts {
        let body = to_bytes(request.into_body(), BYTES_MAX).await.ok()?;
        return Some(pairs(&String::from_utf8_lossy(&body)));
    }
    let mut parts = Multipart::from_request(request, &()).await.ok()?;
    let mut typed = Pairs::default();
    while let Some(part) = parts.next_field().await.ok()? {
        let name = part.name()?.to_owned();
        typed.0.push((name, part.text().await.ok()?));
    }
    Some(typed)
}

/// Runs something as a server function would run, with the request as its context.
pub(super) async fn within<F: Future>(ctx: &Ctx, work: impl FnOnce() -> F) -> F::Output {
    let owner = Owner::new();
    let future = owner.with(|| {
        provide_context(ctx.clone());
        ScopedFuture::new(work())
    });
    let output = future.await;
    owner.unset_with_forced_cleanup();
    output
}

/// Shows the page again, with what was typed and what was wrong.
pub(super) async fn again(ctx: &Ctx, uri: &str, typed: Pairs, error: ApiError) -> Response {
    let sign = if uri.contains('?') { '&' } else { '?' };
    if let Some(to) = detour(&error, &format!("{uri}{sign}proved=1")) {
        return Redirect::to(&to).into_response();
    }
    let (status, errors, rejection) = match error {
        ApiError::Invalid(errors) => (StatusCode::UNPROCESSABLE_ENTITY, errors, None),
        ApiError::Rejected(rejection) => (status_of(&rejection), Vec::new(), Some(rejection)),
        ApiError::NotFound | ApiError::OtherEnvironment { .. } => {
            (StatusCode::NOT_FOUND, Vec::new(), None)
        }
        ApiError::SignedOut => return Redirect::to("/app/login").into_response(),
        ApiError::Busy | ApiError::Offline => {
            return busy::page(ctx.words, ctx.theme, Why::Unreachable, &Again::Look(uri));
        }
        ApiError::Internal { incident } => {
            let text =
                format!("Something broke. Please try again; if it stays, report {incident}.");
            return (StatusCode::INTERNAL_SERVER_ERROR, text).into_response();
        }
    };
    let state = FormState {
        values: typed,
        errors,
        rejection,
        sent: true,
    };
    let mut request = Request::builder()
        .uri(uri)
        .body(Body::empty())
        .expect("the address came with a request");
    request.extensions_mut().insert(ctx.with_form(state));
    let mut response = render_app_async_with_context(provide_request, shell)(request).await;
    if response.status() == StatusCode::OK {
        *response.status_mut() = status;
    }
    response
}

fn status_of(rejection: &Rejection) -> StatusCode {
    match rejection {
        Rejection::SignIn | Rejection::SignInOver => StatusCode::UNAUTHORIZED,
        Rejection::TooManyAttempts { .. } | Rejection::CodesBlocked => {
            StatusCode::TOO_MANY_REQUESTS
        }
        Rejection::Unreadable(reason) if reason == "too-large" => StatusCode::PAYLOAD_TOO_LARGE,
        Rejection::Unreadable(_)
        | Rejection::WrongPasskey
        | Rejection::TooManyCompanions { .. }
        | Rejection::NothingToImport => StatusCode::UNPROCESSABLE_ENTITY,
        Rejection::Full { .. }
        | Rejection::NotOpen(_)
        | Rejection::ChangedMeanwhile
        | Rejection::NotNow
        | Rejection::OtherNews
        | Rejection::TooEarly
        | Rejection::Refused
        | Rejection::TooLate
        | Rejection::AlreadyInTeam
        | Rejection::LastOwner
        | Rejection::NotSignedYet => StatusCode::CONFLICT,
        Rejection::InvitationOnly | Rejection::Prove | Rejection::SetUpFactor => {
            StatusCode::FORBIDDEN
        }
    }
}
