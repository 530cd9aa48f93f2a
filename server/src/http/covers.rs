//! The picture on top of an event's page: brought and sent.

use app::{
    error::ApiError,
    events::pages::bring_cover,
    page::{Ctx, Pairs},
};
use axum::{
    Extension,
    extract::{Multipart, OriginalUri, Path},
    http::{StatusCode, header},
    response::{IntoResponse, Redirect, Response},
};
use domain::{
    Bilingual,
    fields::{FieldError, Problem},
    ids::EventId,
};

use super::{
    forms::{self, within},
    upload::{bytes, unreadable},
};

/// A text that comes with a picture is no longer than this, in bytes.
const TEXT_MAX: usize = 4_096;

/// Takes a picture. The file stays in memory.
pub(super) async fn bring(
    Extension(ctx): Extension<Ctx>,
    Path(event): Path<String>,
    form: Multipart,
) -> Response {
    if event.parse::<EventId>().is_err() {
        return StatusCode::NOT_FOUND.into_response();
    }
    let page = format!("/app/events/{event}/page?edit=cover");
    let brought = match read(form).await {
        Ok(brought) => brought,
        Err(error) => return forms::again(&ctx, &page, typed(&Brought::default()), error).await,
    };
    let result = within(&ctx, || {
        let (ctx, event) = (ctx.clone(), event.clone());
        let (file, alt) = (brought.file.clone(), brought.alt.clone());
        async move {
            match file {
                Some(file) => bring_cover(&ctx, &event, file, alt).await,
                None => Err(too_large()),
            }
        }
    })
    .await;
    match result {
        Ok(next) => Redirect::to(&next).into_response(),
        Err(error) => forms::again(&ctx, &page, typed(&brought), error).await,
    }
}

/// What came: no file when it was too large.
#[derive(Default)]
struct Brought {
    file: Option<Vec<u8>>,
    alt: Bilingual,
}

/// The fields as a form that is shown again has them.
fn typed(brought: &Brought) -> Pairs {
    let pairs = [
        ("what", "cover"),
        ("alt", &brought.alt.main),
        ("alt-en", &brought.alt.english),
    ];
    let pairs = pairs.map(|(name, value)| (name.to_owned(), value.to_owned()));
    Pairs(pairs.into())
}

fn too_large() -> ApiError {
    ApiError::Invalid(vec![FieldError::new("cover", Problem::PictureTooLarge)])
}

async fn read(mut form: Multipart) -> Result<Brought, ApiError> {
    let mut brought = Brought {
        file: Some(Vec::new()),
        ..Brought::default()
    };
    while let Some(field) = form
        .next_field()
        .await
        .map_err(|_| unreadable("not-text"))?
    {
        match field.name().unwrap_or_default() {
            "cover" => brought.file = bytes(field, pictures::MAX_BYTES).await?,
            "alt" => brought.alt.main = text(bytes(field, TEXT_MAX).await?),
            "alt-en" => brought.alt.english = text(bytes(field, TEXT_MAX).await?),
            _ => {}
        }
    }
    Ok(brought)
}

fn text(bytes: Option<Vec<u8>>) -> String {
    String::from_utf8_lossy(&bytes.unwrap_or_default()).into_owned()
}

/// The picture of an event for whoever works at it.
pub(super) async fn of_event(
    Extension(ctx): Extension<Ctx>,
    OriginalUri(uri): OriginalUri,
    Path(event): Path<String>,
) -> Response {
    let picture = async {
        let event = event.parse().map_err(|_| ApiError::NotFound)?;
        let permit = ctx.permit_at(event)?;
        Ok(backend::covers::load(&ctx.desk, &permit, event, is_small(&ctx)).await?)
    };
    send(&ctx, &uri.to_string(), picture.await, "private, no-cache").await
}

/// The picture of an event for everybody. Another picture has another address.
pub(super) async fn of_page(
    Extension(ctx): Extension<Ctx>,
    OriginalUri(uri): OriginalUri,
    Path(slug): Path<String>,
) -> Response {
    let picture = async {
        let (permit, event) = ctx.permit_of_page(&slug).await?;
        Ok(backend::covers::load_public(&ctx.desk, &permit, event, is_small(&ctx)).await?)
    };
    send(
        &ctx,
        &uri.to_string(),
        picture.await,
        "public, max-age=86400",
    )
    .await
}

fn is_small(ctx: &Ctx) -> bool {
    ctx.query.get("size") == "small"
}

async fn send(
    ctx: &Ctx,
    uri: &str,
    picture: Result<Vec<u8>, ApiError>,
    caching: &'static str,
) -> Response {
    match picture {
        Ok(jpeg) => {
            let headers = [
                (header::CONTENT_TYPE, "image/jpeg"),
                (header::CACHE_CONTROL, caching),
            ];
            (headers, jpeg).into_response()
        }
        Err(error) => forms::again(ctx, uri, Pairs::default(), error).await,
    }
}
