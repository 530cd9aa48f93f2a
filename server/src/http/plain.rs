//! Requests that came without TLS to an installation whose address is https (ASVS 5.0, 12.2.1).

use axum::{
    extract::{Request, State},
    http::{Method, StatusCode},
    middleware::Next,
    response::{IntoResponse, Redirect, Response},
};

use super::{AppState, address};

/// Sends who looks to the same address with TLS, and refuses everything else: what a form holds has gone over the wire in
/// the clear already, and must not work. Probes of the own network ask without.
pub(super) async fn refuse(
    State(state): State<AppState>,
    request: Request,
    next: Next,
) -> Response {
    let path = request.uri().path();
    if !state.https || ["/healthz", "/readyz"].contains(&path) {
        return next.run(request).await;
    }
    let (parts, body) = request.into_parts();
    if !address::came_in_plain(&parts, &state.trusted_proxies) {
        return next.run(Request::from_parts(parts, body)).await;
    }
    tracing::warn!(target: "einlass::security", "a request without TLS was refused");
    if matches!(parts.method, Method::GET | Method::HEAD) {
        let rest = parts.uri.path_and_query().map_or("/", |rest| rest.as_str());
        return Redirect::permanent(&format!("{}{rest}", state.origin)).into_response();
    }
    let text = "This request came without TLS and was refused.";
    (StatusCode::FORBIDDEN, text).into_response()
}
