//! Single sign-on: to the provider of a tenant, and back.

use app::page::Ctx;
use axum::{
    Extension,
    extract::{Path, State},
    http::{HeaderMap, header},
    response::{IntoResponse, Redirect, Response},
};
use backend::{
    Failure,
    sign_on::{self, Answer, SignOnError},
};
use domain::ids::TenantId;

use super::{AppState, cookies, next::next, origin, sign_in};

/// Sends somebody to the provider of a tenant. Whoever comes from elsewhere first sees at our door whose provider it is:
/// nobody is sent away, or signed in, by a link of somebody else.
pub(super) async fn begin(
    State(state): State<AppState>,
    Extension(ctx): Extension<Ctx>,
    headers: HeaderMap,
    Path(tenant): Path<String>,
) -> Response {
    let Ok(tenant) = tenant.parse::<TenantId>() else {
        return refuse(&SignOnError::Failure(Failure::NotFound));
    };
    let next = next(ctx.query.get("next"));
    if !origin::is_from_our_page(&headers, &state.origin) {
        return to_door(&state, &ctx, tenant, next).await;
    }
    match sign_on::begin(&ctx.desk, &ctx.origin, tenant, next).await {
        Ok(begun) => {
            let cookie = cookies::challenge(&begun.token.expose(), state.https);
            ([(header::SET_COOKIE, cookie)], Redirect::to(&begun.address)).into_response()
        }
        Err(error) => refuse(&error),
    }
}

/// To the front door, which offers the provider of the tenant from now on.
async fn to_door(state: &AppState, ctx: &Ctx, tenant: TenantId, next: &str) -> Response {
    if let Err(failure) = sign_on::organiser(&ctx.desk, &ctx.origin, tenant).await {
        return refuse(&failure.into());
    }
    let cookie = cookies::choice("sso", &tenant.to_string(), state.https);
    let door = app::page::address("/app/login", &[("next", next)]);
    ([(header::SET_COOKIE, cookie)], Redirect::to(&door)).into_response()
}

/// Takes somebody back whom a provider sends.
pub(super) async fn finish(
    State(state): State<AppState>,
    Extension(ctx): Extension<Ctx>,
    Path(tenant): Path<String>,
) -> Response {
    let Ok(tenant) = tenant.parse::<TenantId>() else {
        return refuse(&SignOnError::Failure(Failure::NotFound));
    };
    let answer = Answer {
        tenant,
        token: &ctx.challenge,
        state: ctx.query.get("state"),
        code: ctx.query.find("code"),
        issuer: ctx.query.find("iss"),
        device: &ctx.device,
    };
    match sign_on::finish(&ctx.desk, &ctx.origin, &answer).await {
        Ok((signed, to)) => sign_in::go_on(&state, &ctx, signed, next(&to)).await,
        Err(error) => refuse(&error),
    }
}

/// Back to the front door, which says why.
fn refuse(error: &SignOnError) -> Response {
    let why = match error {
        SignOnError::Over => "over",
        SignOnError::Refused => "refused",
        SignOnError::Nobody => "nobody",
        SignOnError::Failure(Failure::NotFound) => {
            return Redirect::to("/app/login").into_response();
        }
        SignOnError::Unavailable => "unavailable",
        SignOnError::Failure(failure) => {
            let error = failure as &dyn std::error::Error;
            tracing::error!(error, "single sign-on failed");
            "unavailable"
        }
    };
    Redirect::to(&format!("/app/login?sso={why}")).into_response()
}
