//! The colour of an organiser, as a style sheet: pages carry no styles of their own (Content Security Policy).

use app::page::Ctx;
use axum::{
    Extension,
    extract::Path,
    http::{StatusCode, header},
    response::{IntoResponse, Response},
};
use domain::events::Colour;

/// The sheet for the colour that the address names. It is made of the address alone, so it says nothing about the event, works for
/// a draft as well, and never changes.
pub(super) async fn of_event(Extension(ctx): Extension<Ctx>, Path(_): Path<String>) -> Response {
    match Colour::parse(&format!("#{}", ctx.query.get("v"))) {
        Ok(colour) => (
            [
                (header::CONTENT_TYPE, "text/css; charset=utf-8"),
                (header::CACHE_CONTROL, "public, max-age=31536000, immutable"),
            ],
            colour.style_sheet(),
        )
            .into_response(),
        Err(_) => StatusCode::NOT_FOUND.into_response(),
    }
}
