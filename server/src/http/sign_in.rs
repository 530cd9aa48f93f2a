//! Signing in and out: the two forms that set a cookie.

use app::{
    error::ApiError,
    page::{Ctx, Pairs},
};
use axum::{
    Extension,
    extract::State,
    http::{HeaderMap, HeaderName, HeaderValue, header},
    response::{IntoResponse, Redirect, Response},
};
use backend::accounts;

use super::{AppState, context::pairs, cookies, forms};

/// Checks address and password, starts a session.
pub(super) async fn sign_in(
    State(state): State<AppState>,
    Extension(ctx): Extension<Ctx>,
    body: String,
) -> Response {
    let typed = pairs(&body);
    match accounts::sign_in(
        &ctx.desk,
        &ctx.origin,
        typed.get("email"),
        typed.get("password"),
    )
    .await
    {
        Ok(token) => {
            let cookie = cookies::session(&token.expose(), state.https);
            (
                [(header::SET_COOKIE, cookie)],
                Redirect::to(next(typed.get("next"))),
            )
                .into_response()
        }
        Err(error) => {
            // The password is not shown again.
            let kept = typed
                .0
                .into_iter()
                .filter(|(name, _)| name != "password")
                .collect();
            forms::again(&ctx, "/app/login", Pairs(kept), ApiError::from(error)).await
        }
    }
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
