//! The guest list to take along, as a workbook or as CSV; sent while it is written.

use app::{
    error::{ApiError, Rejection},
    guests::pages::filter,
    page::{Ctx, Pairs},
};
use axum::{
    Extension,
    body::Body,
    extract::{OriginalUri, Path},
    http::header,
    response::{IntoResponse, Response},
};
use backend::{
    desk::Desk,
    guests::{Export, ExportInput, export},
};
use domain::access::act;
use sheets::FileKind;

use super::forms;

/// The guest list as CSV.
pub(super) async fn csv(
    Extension(ctx): Extension<Ctx>,
    OriginalUri(uri): OriginalUri,
    Path(event): Path<String>,
) -> Response {
    guests(&ctx, &uri.to_string(), &event, FileKind::Csv).await
}

/// The guest list as a workbook.
pub(super) async fn xlsx(
    Extension(ctx): Extension<Ctx>,
    OriginalUri(uri): OriginalUri,
    Path(event): Path<String>,
) -> Response {
    guests(&ctx, &uri.to_string(), &event, FileKind::Xlsx).await
}

async fn guests(ctx: &Ctx, uri: &str, event: &str, kind: FileKind) -> Response {
    let begun = async {
        ctx.must_at::<act::ExportGuests>(event)?;
        let event = event.parse().map_err(|_| ApiError::NotFound)?;
        let permit = ctx.permit_at(event)?;
        let special = ctx.permit_at(event).ok();
        let input = ExportInput {
            kind,
            locale: ctx.words.0,
            filter: filter(
                ctx.query.get("standing"),
                ctx.query.get("tag"),
                ctx.query.get("workshop"),
                String::new(),
                "",
            )?,
        };
        let mut file = export(&ctx.desk, &permit, special.as_ref(), event, input).await?;
        // What keeps the first guests from being read is still said on a page.
        let first = file.next(&ctx.desk).await?;
        Ok::<_, ApiError>((file, first))
    };
    match begun.await {
        Ok((file, first)) => send(ctx, kind, file, first),
        // Back to the list: after a file the browser would stay with the question.
        Err(error @ ApiError::Rejected(Rejection::Prove)) => {
            let list = format!("/app/events/{event}/guests");
            forms::again(ctx, &list, Pairs::default(), error).await
        }
        Err(error) => forms::again(ctx, uri, Pairs::default(), error).await,
    }
}

fn send(ctx: &Ctx, kind: FileKind, file: Export, first: Option<Vec<u8>>) -> Response {
    let disposition = format!("attachment; filename=\"guests.{}\"", kind.extension());
    let state = (ctx.desk.clone(), file, first);
    // A piece that cannot be read breaks the answer off, so that nobody takes half a list for a whole one.
    let pieces = futures::stream::try_unfold(state, |(desk, mut file, first)| async move {
        let piece = match first {
            Some(first) => Some(first),
            None => following(&desk, &mut file).await?,
        };
        Ok::<_, std::io::Error>(piece.map(|piece| (piece, (desk, file, None))))
    });
    let headers = [
        (header::CONTENT_TYPE, kind.media_type().to_owned()),
        (header::CONTENT_DISPOSITION, disposition),
    ];
    // Whoever compresses asks once more behind the end.
    let pieces = futures::StreamExt::fuse(pieces);
    (headers, Body::from_stream(pieces)).into_response()
}

async fn following(desk: &Desk, file: &mut Export) -> Result<Option<Vec<u8>>, std::io::Error> {
    let piece = file.next(desk).await;
    piece.map_err(|failure| {
        tracing::error!(
            error = &failure as &dyn std::error::Error,
            "an export broke off"
        );
        std::io::Error::other("the export broke off")
    })
}
