//! Single sign-on: to the provider of a tenant, and back.

use app::page::Ctx;
use axum::{
    Extension,
    extract::{Path, State},
    http::header,
    response::{AppendHeaders, IntoResponse, Redirect, Response},
};
use backend::{
    Failure,
    sign_on::{self, Answer, SignOnError},
};
use domain::ids::TenantId;

use super::{AppState, cookies, next::next, sign_in};

/// Sends somebody to the provider of a tenant.
pub(super) async fn begin(
    State(state): State<AppState>,
    Extension(ctx): Extension<Ctx>,
    Path(tenant): Path<String>,
) -> Response {
    let Ok(tenant) = tenant.parse::<TenantId>() else {
        return refuse(&SignOnError::Failure(Failure::NotFound));
    };
    let next = next(ctx.query.get("next"));
    match sign_on::begin(&ctx.desk, &ctx.origin, tenant, next).await {
        Ok(begun) => {
            let cookies = AppendHeaders([
                (
                    header::SET_COOKIE,
                    cookies::challenge(&begun.token.expose(), state.https),
                ),
                (
                    header::SET_COOKIE,
                    cookies::choice("sso", &tenant.to_string(), state.https),
                ),
            ]);
            (cookies, Redirect::to(&begun.address)).into_response()
        }
        Err(error) => refuse(&error),
    }
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
