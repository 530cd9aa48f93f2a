//! Signing in and out, joining a team: the forms that set a cookie.

use app::{
    accounts::pages::device_of,
    error::{ApiError, Rejection},
    page::{Ctx, Pairs},
};
use axum::{
    Extension,
    extract::{OriginalUri, Path, State},
    http::{HeaderMap, HeaderName, HeaderValue, header},
    response::{IntoResponse, Redirect, Response},
};
use backend::{
    accounts::{self, SessionToken},
    team,
};

use super::{AppState, context::pairs, cookies, forms};

/// Checks address and password, starts a session.
pub(super) async fn sign_in(
    State(state): State<AppState>,
    Extension(ctx): Extension<Ctx>,
    headers: HeaderMap,
    body: String,
) -> Response {
    let typed = pairs(&body);
    match accounts::sign_in(
        &ctx.desk,
        &ctx.origin,
        typed.get("email"),
        typed.get("password"),
        &device(&headers),
    )
    .await
    {
        Ok(token) => let_in(&state, &token, next(typed.get("next"))),
        Err(error) => refuse(&ctx, "/app/login", typed, error.into()).await,
    }
}

/// Accepts an invitation to a team; the link alone is not enough, it takes a password.
pub(super) async fn join(
    State(state): State<AppState>,
    Extension(ctx): Extension<Ctx>,
    OriginalUri(uri): OriginalUri,
    Path(token): Path<String>,
    headers: HeaderMap,
    body: String,
) -> Response {
    let typed = pairs(&body);
    let password = typed
        .find("password")
        .unwrap_or_else(|| typed.get("new-password"));
    let (name, device) = (typed.get("name"), device(&headers));
    let joined = team::join(&ctx.desk, &ctx.origin, &token, (name, password), &device).await;
    match joined {
        Ok(session) => let_in(&state, &session, "/app"),
        Err(error) => refuse(&ctx, uri.path(), typed, error.into()).await,
    }
}

fn device(headers: &HeaderMap) -> String {
    let agent = headers
        .get(header::USER_AGENT)
        .and_then(|value| value.to_str().ok());
    device_of(agent.unwrap_or_default())
}

fn let_in(state: &AppState, token: &SessionToken, to: &str) -> Response {
    let cookie = cookies::session(&token.expose(), state.https);
    ([(header::SET_COOKIE, cookie)], Redirect::to(to)).into_response()
}

/// Shows the form again, without the passwords.
async fn refuse(ctx: &Ctx, uri: &str, typed: Pairs, error: ApiError) -> Response {
    let wait = match error {
        ApiError::Rejected(Rejection::TooManyAttempts { seconds }) => seconds,
        _ => None,
    };
    let kept = typed
        .0
        .into_iter()
        .filter(|(name, _)| !name.ends_with("password"))
        .collect();
    let mut response = forms::again(ctx, uri, Pairs(kept), error).await;
    if let Some(seconds) = wait {
        response
            .headers_mut()
            .insert(header::RETRY_AFTER, seconds.into());
    }
    response
}

/// Where to go on: only to our own pages.
fn next(wish: &str) -> &str {
    let own = (wish == "/app" || wish.starts_with("/app/") || wish.starts_with("/app?"))
        && !wish.contains(['\\', '\r', '\n']);
    if own { wish } else { "/app" }
}

/// Ends the session.
pub(super) async fn sign_out(
    State(state): State<AppState>,
    Extension(ctx): Extension<Ctx>,
    headers: HeaderMap,
) -> Response {
    if let Some(token) = cookies::get(&headers, cookies::session_name(state.https))
        && let Err(failure) = accounts::sign_out(&ctx.desk, &ctx.origin, token).await
    {
        return forms::again(&ctx, "/app", Pairs::default(), failure.into()).await;
    }
    let cookie = cookies::no_session(state.https);
    let headers = [
        (header::SET_COOKIE, cookie),
        (
            HeaderName::from_static("clear-site-data"),
            HeaderValue::from_static("\"cache\""),
        ),
    ];
    (headers, Redirect::to("/")).into_response()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nobody_is_sent_to_another_site() {
        assert_eq!(next("/app/events?x=1"), "/app/events?x=1");
        for wish in [
            "https://evil.example",
            "//evil.example",
            "/app/../\\evil",
            "/application",
            "",
        ] {
            assert_eq!(next(wish), "/app", "{wish}");
        }
    }
}
