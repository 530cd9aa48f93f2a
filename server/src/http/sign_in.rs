//! Signing in and out, joining a team: the forms that set a cookie.

use app::{
    error::{ApiError, Rejection},
    page::{Ctx, Pairs},
};
use axum::{
    Extension,
    extract::{OriginalUri, Path, State},
    http::{HeaderMap, HeaderName, HeaderValue, header},
    response::{AppendHeaders, IntoResponse, Redirect, Response},
};
use backend::{
    accounts::{self, Proof, SignInError, SignedIn, Token},
    team,
};
use domain::fields::{FieldError, Problem};

use super::{AppState, context::pairs, cookies, forms, next::next};

/// Takes address and password, or the answer of a passkey; starts a session, or asks for the second factor.
pub(super) async fn sign_in(
    State(state): State<AppState>,
    Extension(ctx): Extension<Ctx>,
    body: String,
) -> Response {
    let typed = pairs(&body);
    if let Some(answer) = typed.find("answer") {
        return passkey(&state, &ctx, "/app/login", answer, &typed).await;
    }
    let (email, password) = (typed.get("email"), typed.get("password"));
    match accounts::sign_in(&ctx.desk, &ctx.origin, email, password, &ctx.device).await {
        Ok(signed) => go_on(&state, &ctx, signed, next(typed.get("next"))).await,
        Err(error) => refuse(&ctx, "/app/login", typed, error.into()).await,
    }
}

/// Takes the code of an app, a recovery code, or the answer of a passkey.
pub(super) async fn second_factor(
    State(state): State<AppState>,
    Extension(ctx): Extension<Ctx>,
    body: String,
) -> Response {
    let typed = pairs(&body);
    if let Some(answer) = typed.find("answer") {
        return passkey(&state, &ctx, "/app/login/factor", answer, &typed).await;
    }
    let code = typed.get("code");
    let session =
        accounts::sign_in_by_code(&ctx.desk, &ctx.origin, &ctx.challenge, code, &ctx.device).await;
    match session {
        Ok(token) => begin(&state, &ctx, &token, next(typed.get("next"))).await,
        Err(error) => refuse(&ctx, "/app/login/factor", typed, error.into()).await,
    }
}

/// Takes the answer of a passkey that a page has asked for.
async fn passkey(state: &AppState, ctx: &Ctx, page: &str, answer: &str, typed: &Pairs) -> Response {
    let answer = (typed.get("token"), answer);
    let (desk, origin, first) = (&ctx.desk, &ctx.origin, ctx.challenge.as_str());
    match accounts::sign_in_by_passkey(desk, origin, first, answer, &ctx.device).await {
        Ok(token) => begin(state, ctx, &token, next(typed.get("next"))).await,
        Err(error) => refuse(ctx, page, typed.clone(), passkey_error(error)).await,
    }
}

/// Takes a proof of who is signed in; the session goes on under a new token.
pub(super) async fn prove(
    State(state): State<AppState>,
    Extension(ctx): Extension<Ctx>,
    body: String,
) -> Response {
    let typed = pairs(&body);
    let proof = match typed.find("password") {
        Some(password) => Proof::Password(password, typed.get("code")),
        None => Proof::Passkey(typed.get("token"), typed.get("answer")),
    };
    let by_password = matches!(proof, Proof::Password(..));
    let proved = async {
        let (permit, session) = (ctx.permit()?, ctx.session()?);
        let proved = accounts::prove_again(&ctx.desk, &permit, session, &ctx.origin, proof).await;
        proved.map_err(|error| match error {
            SignInError::Refused if by_password => {
                let field = FieldError::new("password", Problem::WrongPassword);
                ApiError::Invalid(vec![field])
            }
            error => passkey_error(error),
        })
    };
    match proved.await {
        Ok(token) => let_in(&state, &token, next(typed.get("next"))),
        Err(error) => refuse(&ctx, "/app/prove", typed, error).await,
    }
}

/// Goes on in another tenant.
pub(super) async fn switch(
    State(state): State<AppState>,
    Extension(ctx): Extension<Ctx>,
    body: String,
) -> Response {
    let typed = pairs(&body);
    let switched = async {
        let (permit, session) = (ctx.permit()?, ctx.session()?);
        let tenant = typed.get("tenant").parse();
        let tenant = tenant.map_err(|_| ApiError::NotFound)?;
        let (desk, origin) = (&ctx.desk, &ctx.origin);
        Ok(accounts::switch(desk, &permit, session, origin, tenant, &ctx.device).await?)
    };
    match switched.await {
        Ok(token) => let_in(&state, &token, "/app"),
        // Of two clicks the other one went on.
        Err(ApiError::Rejected(Rejection::SignInOver)) => Redirect::to("/app").into_response(),
        Err(error) => refuse(&ctx, "/app/account", typed, error).await,
    }
}

/// What is said of a passkey that does not fit, or whose question is too old.
fn passkey_error(error: SignInError) -> ApiError {
    match error {
        SignInError::Refused | SignInError::Over => ApiError::Rejected(Rejection::WrongPasskey),
        error => error.into(),
    }
}

/// Accepts an invitation to a team; the link alone is not enough, it takes a password.
pub(super) async fn join(
    State(state): State<AppState>,
    Extension(ctx): Extension<Ctx>,
    OriginalUri(uri): OriginalUri,
    Path(token): Path<String>,
    body: String,
) -> Response {
    let typed = pairs(&body);
    let password = typed
        .find("password")
        .unwrap_or_else(|| typed.get("new-password"));
    let who = (typed.get("name"), password);
    match team::join(&ctx.desk, &ctx.origin, &token, who, &ctx.device).await {
        Ok(signed) => go_on(&state, &ctx, signed, "/app").await,
        Err(error) => refuse(&ctx, uri.path(), typed, error.into()).await,
    }
}

/// In, or to the second factor.
pub(super) async fn go_on(state: &AppState, ctx: &Ctx, signed: SignedIn, to: &str) -> Response {
    match signed {
        SignedIn::In(token) => begin(state, ctx, &token, to).await,
        SignedIn::Factor(token) => {
            let cookie = cookies::challenge(&token.expose(), state.https);
            let to: String = form_urlencoded::byte_serialize(to.as_bytes()).collect();
            let to = format!("/app/login/factor?next={to}");
            ([(header::SET_COOKIE, cookie)], Redirect::to(&to)).into_response()
        }
    }
}

/// In, with a session that begins; the one with which the browser came ends.
async fn begin(state: &AppState, ctx: &Ctx, token: &Token, to: &str) -> Response {
    if let Some(session) = &ctx.session
        && let Err(failure) = accounts::leave(&ctx.desk, &ctx.origin, session).await
    {
        let error = &failure as &dyn std::error::Error;
        tracing::error!(error, "an older session could not be ended");
    }
    let_in(state, token, to)
}

fn let_in(state: &AppState, token: &Token, to: &str) -> Response {
    let cookies = AppendHeaders([
        (
            header::SET_COOKIE,
            cookies::session(&token.expose(), state.https),
        ),
        (header::SET_COOKIE, cookies::no_challenge(state.https)),
    ]);
    (cookies, Redirect::to(to)).into_response()
}

/// Shows the form again, without the passwords.
async fn refuse(ctx: &Ctx, uri: &str, typed: Pairs, error: ApiError) -> Response {
    let wait = match error {
        ApiError::Rejected(Rejection::TooManyAttempts { seconds }) => seconds,
        _ => None,
    };
    let secret =
        |name: &str| name.ends_with("password") || ["token", "answer", "code"].contains(&name);
    let kept = typed
        .0
        .into_iter()
        .filter(|(name, _)| !secret(name))
        .collect();
    let mut response = forms::again(ctx, uri, Pairs(kept), error).await;
    if let Some(seconds) = wait {
        response
            .headers_mut()
            .insert(header::RETRY_AFTER, seconds.into());
    }
    response
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
