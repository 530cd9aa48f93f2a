//! Scripts, styles, fonts and icons: inside the program, compressed when it was built.

use std::sync::OnceLock;

use axum::{
    Router,
    body::Body,
    extract::{Path, RawQuery},
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
    routing::get,
};
use rust_embed::RustEmbed;
use tower_http::compression::CompressionLayer;

use super::AppState;

#[derive(RustEmbed)]
#[folder = "../target/site"]
struct Site;

/// Routes of the assets.
pub(super) fn routes() -> Router<AppState> {
    Router::new()
        .route(
            "/pkg/{*file}",
            get(
                async |Path(file): Path<String>, query: RawQuery, headers: HeaderMap| {
                    serve(
                        &format!("pkg/{file}"),
                        query.0.is_some_and(|query| query.starts_with("v=")),
                        &headers,
                    )
                },
            ),
        )
        .route(
            "/fonts/{*file}",
            get(async |Path(file): Path<String>, headers: HeaderMap| {
                serve(&format!("fonts/{file}"), true, &headers)
            }),
        )
        .route(
            "/icons.svg",
            get(async |headers: HeaderMap| serve("icons.svg", false, &headers)),
        )
        .route(
            "/favicon.svg",
            get(async |headers: HeaderMap| serve("favicon.svg", false, &headers)),
        )
        .route(
            "/favicon.ico",
            get(async |headers: HeaderMap| serve("favicon.svg", false, &headers)),
        )
        .route(
            "/logo.svg",
            get(async |headers: HeaderMap| serve("logo.svg", false, &headers)),
        )
        .route(
            "/robots.txt",
            get(async || "User-agent: *\nDisallow: /app\nDisallow: /i/\nDisallow: /m/\nDisallow: /u/\n"),
        )
        .layer(CompressionLayer::new())
}

/// Names this build: changes whenever a script or style changes.
pub(super) fn build() -> &'static str {
    static BUILD: OnceLock<String> = OnceLock::new();
    BUILD.get_or_init(|| {
        use sha2::{Digest, Sha256};
        let mut hash = Sha256::new();
        for name in [
            "pkg/einlass.js",
            "pkg/einlass.wasm",
            "pkg/einlass.css",
            "pkg/monitor.js",
            "pkg/monitor.wasm",
        ] {
            if let Some(file) = Site::get(name) {
                hash.update(file.metadata.sha256_hash());
            }
        }
        data_encoding::HEXLOWER.encode(&hash.finalize()[..6])
    })
}

fn serve(name: &str, for_ever: bool, headers: &HeaderMap) -> Response {
    let takes_brotli = headers
        .get(header::ACCEPT_ENCODING)
        .and_then(|value| value.to_str().ok())
        .is_some_and(|value| {
            value
                .split(',')
                .any(|coding| coding.trim().starts_with("br"))
        });
    let compressed = if takes_brotli {
        Site::get(&format!("{name}.br"))
    } else {
        None
    };
    let is_compressed = compressed.is_some();
    let Some(file) = compressed.or_else(|| Site::get(name)) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let tag = format!(
        "\"{}\"",
        data_encoding::HEXLOWER.encode(&file.metadata.sha256_hash()[..8])
    );
    let cache = if for_ever {
        "public, max-age=31536000, immutable"
    } else {
        "no-cache"
    };
    let known = headers
        .get(header::IF_NONE_MATCH)
        .is_some_and(|value| value.as_bytes() == tag.as_bytes());
    let mut response = if known {
        StatusCode::NOT_MODIFIED.into_response()
    } else {
        Response::new(Body::from(file.data.into_owned()))
    };
    let answer = response.headers_mut();
    answer.insert(header::CONTENT_TYPE, HeaderValue::from_static(kind(name)));
    answer.insert(header::CACHE_CONTROL, HeaderValue::from_static(cache));
    answer.insert(header::VARY, HeaderValue::from_static("accept-encoding"));
    answer.insert(
        header::X_CONTENT_TYPE_OPTIONS,
        HeaderValue::from_static("nosniff"),
    );
    answer.insert(
        "cross-origin-resource-policy",
        HeaderValue::from_static("same-origin"),
    );
    if let Ok(tag) = HeaderValue::from_str(&tag) {
        answer.insert(header::ETAG, tag);
    }
    if is_compressed {
        answer.insert(header::CONTENT_ENCODING, HeaderValue::from_static("br"));
    }
    response
}

fn kind(name: &str) -> &'static str {
    match name.rsplit_once('.').map(|(_, ending)| ending) {
        Some("js") => "text/javascript; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some("css") => "text/css; charset=utf-8",
        Some("svg") => "image/svg+xml; charset=utf-8",
        Some("woff2") => "font/woff2",
        _ => "application/octet-stream",
    }
}
