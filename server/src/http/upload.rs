//! Uploading a guest list.

use app::{
    error::{ApiError, Rejection},
    imports::pages as imports,
    page::{Ctx, Pairs},
};
use axum::{
    Extension,
    extract::{Multipart, OriginalUri, Path, multipart::Field},
    response::{IntoResponse, Redirect, Response},
};

use super::forms::{self, within};

/// What is larger than a list can be is still read to its end, so that the browser gets to see the answer; up to here.
const PATIENCE_BYTES: usize = 200 * 1024 * 1024;
/// As much text as is shown again when pasted cells could not be read.
const PASTED_AGAIN: usize = 512 * 1024;

/// Takes a file or pasted cells. The content stays in memory and goes, sealed, into the database; never into a
/// temporary file.
pub(super) async fn upload(
    Extension(ctx): Extension<Ctx>,
    Path(event): Path<String>,
    OriginalUri(uri): OriginalUri,
    form: Multipart,
) -> Response {
    let list = match read(form).await {
        Ok(list) => list,
        Err(error) => return forms::again(&ctx, &uri.to_string(), Pairs::default(), error).await,
    };
    let pasted = list.name.is_empty() && list.bytes.len() <= PASTED_AGAIN;
    let shown = if pasted {
        String::from_utf8_lossy(&list.bytes).into_owned()
    } else {
        String::new()
    };
    let result = within(&ctx, || {
        let (ctx, event) = (ctx.clone(), event.clone());
        async move { imports::upload(&ctx, &event, list.name, list.bytes).await }
    })
    .await;
    match result {
        Ok(next) => Redirect::to(&next).into_response(),
        Err(error) => {
            forms::again(
                &ctx,
                &uri.to_string(),
                Pairs(vec![("pasted".to_owned(), shown)]),
                error,
            )
            .await
        }
    }
}

/// A list as it came: a file has a name, pasted cells have none.
#[derive(Default)]
struct List {
    name: String,
    bytes: Vec<u8>,
}

async fn read(mut form: Multipart) -> Result<List, ApiError> {
    let mut list = List::default();
    let mut too_large = false;
    while let Some(field) = form
        .next_field()
        .await
        .map_err(|_| unreadable("not-text"))?
    {
        let is_file = field.name() == Some("file");
        if !is_file && field.name() != Some("pasted") {
            continue;
        }
        let name = if is_file {
            field.file_name().unwrap_or_default().to_owned()
        } else {
            String::new()
        };
        match bytes(field, sheets::MAX_BYTES).await? {
            None => too_large = true,
            // A file wins over pasted cells; an empty field is no field.
            Some(bytes) if !bytes.is_empty() && (is_file || list.bytes.is_empty()) => {
                list = List { name, bytes }
            }
            Some(bytes) if is_file && !name.is_empty() => list = List { name, bytes },
            Some(_) => {}
        }
    }
    if too_large {
        Err(unreadable("too-large"))
    } else {
        Ok(list)
    }
}

/// The bytes of a field; `None` when there are more than `max`.
pub(super) async fn bytes(mut field: Field<'_>, max: usize) -> Result<Option<Vec<u8>>, ApiError> {
    let mut bytes = Vec::new();
    let mut seen = 0;
    while let Some(chunk) = field.chunk().await.map_err(|_| unreadable("not-text"))? {
        seen += chunk.len();
        if seen > PATIENCE_BYTES {
            return Ok(None);
        }
        if seen <= max {
            bytes.extend_from_slice(&chunk);
        }
    }
    Ok((seen <= max).then_some(bytes))
}

pub(super) fn unreadable(reason: &str) -> ApiError {
    ApiError::Rejected(Rejection::Unreadable(reason.to_owned()))
}
