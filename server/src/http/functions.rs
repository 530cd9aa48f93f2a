//! Server functions over HTTP.

use app::error::ApiError;
use axum::{
    body::{Body, to_bytes},
    extract::Request,
    http::{HeaderValue, StatusCode, header},
    middleware::Next,
    response::{IntoResponse, Response},
};

/// An answer of a server function is a view, never a file.
const BYTES_MAX: usize = 16 * 1024 * 1024;

/// Surrounds the calls of server functions. Errors get the status that belongs to them. The detour by which a plain
/// form would be sent back to where it came from is closed: forms of ours post to their own page.
pub(super) async fn surround(mut request: Request, next: Next) -> Response {
    if !request.uri().path().starts_with("/fn/") {
        return next.run(request).await;
    }
    request.headers_mut().remove(header::REFERER);
    let json = HeaderValue::from_static("application/json");
    request.headers_mut().insert(header::ACCEPT, json);
    let response = next.run(request).await;
    if response.status() != StatusCode::INTERNAL_SERVER_ERROR {
        return response;
    }
    let (mut parts, body) = response.into_parts();
    let Ok(bytes) = to_bytes(body, BYTES_MAX).await else {
        return StatusCode::INTERNAL_SERVER_ERROR.into_response();
    };
    parts.status = match serde_json::from_slice(&bytes) {
        Ok(ApiError::NotFound | ApiError::OtherEnvironment { .. }) => StatusCode::NOT_FOUND,
        Ok(ApiError::SignedOut) => StatusCode::UNAUTHORIZED,
        Ok(ApiError::Invalid(_)) => StatusCode::UNPROCESSABLE_ENTITY,
        Ok(ApiError::Rejected(_)) => StatusCode::CONFLICT,
        Ok(ApiError::Busy | ApiError::Offline) => StatusCode::SERVICE_UNAVAILABLE,
        Ok(ApiError::Internal { .. }) => StatusCode::INTERNAL_SERVER_ERROR,
        // Arguments that cannot be read.
        Err(_) => StatusCode::BAD_REQUEST,
    };
    Response::from_parts(parts, Body::from(bytes))
}
