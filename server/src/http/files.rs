//! Files to take along: guest list, calendar entries, log, certificates.

use std::convert::Infallible;

use app::{
    error::ApiError,
    page::{Ctx, Pairs},
    protection::pages::report_now,
};
use axum::{
    Extension,
    body::Body,
    extract::{OriginalUri, Path},
    http::{Uri, header},
    response::{IntoResponse, Response},
};
use backend::{audit, erasures, events, mails::calendar_of, protection, registrations, rights};
use futures::StreamExt;

use super::forms;

/// The media type of the exported log.
const NDJSON: &str = "application/x-ndjson";
/// Of calendar entries.
const CALENDAR: &str = "text/calendar; charset=utf-8";
/// Of files for machines.
const JSON: &str = "application/json";

/// The calendar entry of a public event.
pub(super) async fn event_calendar(
    Extension(ctx): Extension<Ctx>,
    OriginalUri(uri): OriginalUri,
    Path(slug): Path<String>,
) -> Response {
    let calendar = async {
        let (permit, event) = ctx.permit_of_page(&slug).await?;
        let (event, _) = events::load_public(&ctx.desk, &permit, event).await?;
        Ok(calendar_of(
            &event,
            ctx.words.0,
            &format!("{}/e/{slug}", ctx.desk.settings().base_url),
            ctx.desk.now(),
        )
        .into_bytes())
    };
    answer(&ctx, &uri, CALENDAR, "event.ics", calendar.await).await
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
        Ok(calendar_of(&invitation.event, ctx.words.0, &link, ctx.desk.now()).into_bytes())
    };
    answer(&ctx, &uri, CALENDAR, "event.ics", calendar.await).await
}

/// What is held about a participant, for machines.
pub(super) async fn own_data(
    Extension(ctx): Extension<Ctx>,
    OriginalUri(uri): OriginalUri,
    Path((token, proof)): Path<(String, String)>,
) -> Response {
    let data = async {
        let (permit, guest) = ctx.permit_of_link(&token).await?;
        let locale = ctx.words.0;
        let data = rights::see(&ctx.desk, &permit, guest, &proof, locale).await?;
        Ok(format!("{:#}\n", data.to_json(locale)).into_bytes())
    };
    answer(&ctx, &uri, JSON, "data.json", data.await).await
}

/// A part of the log, for the check in the browser. Headers say of which log, how large it is and where the next begins.
pub(super) async fn log_part(
    Extension(ctx): Extension<Ctx>,
    OriginalUri(uri): OriginalUri,
) -> Response {
    let part = async {
        let number = |name: &str| ctx.query.find(name).and_then(|text| text.parse().ok());
        let permit = ctx.permit()?;
        let from = number("from").unwrap_or(0);
        let part = audit::part(&ctx.desk, &permit, from, number("size")).await?;
        Ok::<_, ApiError>((ctx.session()?.tenant, part))
    };
    match part.await {
        Ok((tenant, part)) => {
            let next = part.next.map_or_else(String::new, |next| next.to_string());
            let about = [
                ("log-tenant", tenant.to_string()),
                ("log-size", part.size.to_string()),
                ("log-next", next),
            ];
            (about, [(header::CONTENT_TYPE, NDJSON)], part.lines).into_response()
        }
        Err(error) => forms::again(&ctx, &uri.to_string(), Pairs::default(), error).await,
    }
}

/// The whole log in the form that `einlass audit verify` reads; sent while it is read.
pub(super) async fn log_export(
    Extension(ctx): Extension<Ctx>,
    OriginalUri(uri): OriginalUri,
) -> Response {
    let first = async {
        let permit = ctx.permit()?;
        audit::note_export(&ctx.desk, &permit).await?;
        let first = audit::part(&ctx.desk, &permit, 0, None).await?;
        Ok::<_, ApiError>((permit, first))
    };
    let (permit, first) = match first.await {
        Ok(first) => first,
        Err(error) => return forms::again(&ctx, &uri.to_string(), Pairs::default(), error).await,
    };
    let (desk, size) = (ctx.desk.clone(), first.size);
    let parts = futures::stream::unfold(Some((first.lines, first.next)), move |state| {
        let (desk, permit) = (desk.clone(), permit.clone());
        async move {
            let (lines, next) = state?;
            let following = match next {
                None => None,
                // A broken end is a file that does not verify.
                Some(from) => audit::part(&desk, &permit, from, Some(size)).await.ok(),
            };
            let following = following.map(|part| (part.lines, part.next));
            Some((Ok::<_, Infallible>(lines), following))
        }
    });
    // Whoever compresses asks once more behind the end.
    let parts = parts.fuse();
    let disposition = "attachment; filename=\"log.ndjson\"";
    (
        [
            (header::CONTENT_TYPE, NDJSON),
            (header::CONTENT_DISPOSITION, disposition),
        ],
        Body::from_stream(parts),
    )
        .into_response()
}

/// The certificate of an erasure as JSON, to be checked by `einlass audit verify --certificate`.
pub(super) async fn certificate_json(
    Extension(ctx): Extension<Ctx>,
    OriginalUri(uri): OriginalUri,
    Path(person): Path<String>,
) -> Response {
    let certificate = async {
        let person = person.parse().map_err(|_| ApiError::NotFound)?;
        let certificate = erasures::certificate(&ctx.desk, &ctx.permit()?, person).await?;
        Ok(serde_json::to_vec_pretty(&certificate).expect("text and numbers become JSON"))
    };
    answer(&ctx, &uri, JSON, "certificate.json", certificate.await).await
}

/// The report on the measures as it stands now, with its signature.
pub(super) async fn report_json(
    Extension(ctx): Extension<Ctx>,
    OriginalUri(uri): OriginalUri,
) -> Response {
    let signed = async {
        let report = report_now(&ctx).await?;
        let signed = protection::signed(&ctx.desk, &ctx.permit()?, &report).await?;
        Ok(serde_json::to_vec(&signed).expect("text and numbers become JSON"))
    };
    answer(&ctx, &uri, JSON, "report.json", signed.await).await
}

/// A file to take along, or why there is none.
pub(super) async fn answer(
    ctx: &Ctx,
    uri: &Uri,
    kind: &'static str,
    name: &str,
    content: Result<Vec<u8>, ApiError>,
) -> Response {
    match content {
        Ok(content) => {
            let disposition = format!("attachment; filename=\"{name}\"");
            (
                [
                    (header::CONTENT_TYPE, kind),
                    (header::CONTENT_DISPOSITION, disposition.as_str()),
                ],
                content,
            )
                .into_response()
        }
        Err(error) => forms::again(ctx, &uri.to_string(), Pairs::default(), error).await,
    }
}
