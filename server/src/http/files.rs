//! Files to take along: guest list and calendar entries.

use app::{
    error::ApiError,
    page::{Ctx, Pairs},
};
use axum::{
    Extension,
    extract::{OriginalUri, Path},
    http::header,
    response::{IntoResponse, Response},
};
use backend::{events, guests, mails::calendar_of, registrations};

use super::forms;

/// The guest list as CSV.
pub(super) async fn guests_csv(
    Extension(ctx): Extension<Ctx>,
    OriginalUri(uri): OriginalUri,
    Path(event): Path<String>,
) -> Response {
    let export = async {
        let event = event.parse().map_err(|_| ApiError::NotFound)?;
        Ok::<_, ApiError>(guests::export_csv(&ctx.desk, &ctx.permit()?, event, ctx.words.0).await?)
    };
    match export.await {
        Ok(csv) => file(
            "text/csv; charset=utf-8",
            "attachment; filename=\"guests.csv\"",
            csv,
        ),
        Err(error) => forms::again(&ctx, &uri.to_string(), Pairs::default(), error).await,
    }
}

/// The calendar entry of a public event.
pub(super) async fn event_calendar(
    Extension(ctx): Extension<Ctx>,
    OriginalUri(uri): OriginalUri,
    Path(slug): Path<String>,
) -> Response {
    let calendar = async {
        let (permit, event) = ctx.permit_of_page(&slug).await?;
        let (event, _) = events::load_public(&ctx.desk, &permit, event).await?;
        Ok::<_, ApiError>(calendar_of(
            &event,
            &format!("{}/e/{slug}", ctx.desk.settings().base_url),
        ))
    };
    answer(&ctx, &uri.to_string(), calendar.await).await
}

/// The calendar entry of a guest, with the personal link.
pub(super) async fn own_calendar(
    Extension(ctx): Extension<Ctx>,
    OriginalUri(uri): OriginalUri,
    Path(token): Path<String>,
) -> Response {
    let calendar = async {
        let (permit, guest) = ctx.permit_of_link(&token).await?;
        let invitation = registrations::invitation(&ctx.desk, &permit, guest).await?;
        let link = format!("{}/m/{token}", ctx.desk.settings().base_url);
        Ok::<_, ApiError>(calendar_of(&invitation.event, &link))
    };
    answer(&ctx, &uri.to_string(), calendar.await).await
}

async fn answer(ctx: &Ctx, uri: &str, calendar: Result<String, ApiError>) -> Response {
    match calendar {
        Ok(calendar) => file(
            "text/calendar; charset=utf-8",
            "attachment; filename=\"event.ics\"",
            calendar.into_bytes(),
        ),
        Err(error) => forms::again(ctx, uri, Pairs::default(), error).await,
    }
}

fn file(kind: &'static str, disposition: &'static str, content: Vec<u8>) -> Response {
    (
        [
            (header::CONTENT_TYPE, kind),
            (header::CONTENT_DISPOSITION, disposition),
        ],
        content,
    )
        .into_response()
}
