//! PDF files: tickets, certificates.

use app::{
    error::ApiError,
    page::Ctx,
    protection::{
        pages::report_now,
        views::{CertificateView, FindingView, ReportView},
    },
    registrations::views::{InvitationView, TicketView},
};
use axum::{
    Extension,
    extract::{OriginalUri, Path},
    response::Response,
};
use backend::{Failure, erasures, protection, registrations};
use papers::{
    ErasureCertificate, MeasurePaper, PaperError, ReportPaper, TicketPaper, TicketsPaper,
    erasure_certificate, tickets,
};

use super::files::answer;

/// The media type of papers.
const PDF: &str = "application/pdf";

/// The certificate of an erasure as a paper.
pub(super) async fn certificate_pdf(
    Extension(ctx): Extension<Ctx>,
    OriginalUri(uri): OriginalUri,
    Path(person): Path<String>,
) -> Response {
    answer(
        &ctx,
        &uri,
        PDF,
        "certificate.pdf",
        paper_of(&ctx, &person).await,
    )
    .await
}

async fn paper_of(ctx: &Ctx, person: &str) -> Result<Vec<u8>, ApiError> {
    let person = person.parse().map_err(|_| ApiError::NotFound)?;
    let certificate = erasures::certificate(&ctx.desk, &ctx.permit()?, person).await?;
    let shown = CertificateView::of(ctx, &certificate)?;
    let paper = ErasureCertificate {
        organiser: ctx.session()?.tenant_name.clone(),
        erased: shown.erased,
        unreadable_from: shown.unreadable_from,
        person: shown.person,
        guests: shown.extent.guests,
        mails: shown.extent.mails,
        links: shown.extent.links,
        place: shown.place,
        size: shown.size,
        statement: shown.statement,
        checkpoint: shown.checkpoint,
        key: shown.verifier,
    };
    let locale = ctx.words.0;
    set(move || erasure_certificate(locale, &paper)).await
}

/// The report on the measures as a paper, in the reader's language.
pub(super) async fn report_pdf(
    Extension(ctx): Extension<Ctx>,
    OriginalUri(uri): OriginalUri,
) -> Response {
    answer(&ctx, &uri, PDF, "report.pdf", report_of(&ctx).await).await
}

async fn report_of(ctx: &Ctx) -> Result<Vec<u8>, ApiError> {
    let report = report_now(ctx).await?;
    let signed = protection::signed(&ctx.desk, &ctx.permit()?, &report).await?;
    let shown = ReportView::of(ctx, &report);
    let measure = |finding: FindingView| MeasurePaper {
        title: finding.title,
        rule: finding.rule,
        light: finding.light,
        facts: finding
            .facts
            .into_iter()
            .map(|fact| (fact.name, fact.value))
            .collect(),
        proof: finding.proof,
    };
    let paper = ReportPaper {
        organiser: shown.organiser,
        made_at: report.made_at,
        made: shown.made,
        version: shown.version,
        sections: shown
            .sections
            .into_iter()
            .map(|section| {
                (
                    section.title,
                    section.findings.into_iter().map(measure).collect(),
                )
            })
            .collect(),
        checkpoint: shown.checkpoint,
        signed: serde_json::to_string(&signed).expect("text and numbers become JSON"),
        key: signed.vkey,
    };
    let locale = ctx.words.0;
    set(move || papers::report(locale, &paper)).await
}

/// The tickets of a guest and the companions.
pub(super) async fn tickets_pdf(
    Extension(ctx): Extension<Ctx>,
    OriginalUri(uri): OriginalUri,
    Path(token): Path<String>,
) -> Response {
    answer(
        &ctx,
        &uri,
        PDF,
        "tickets.pdf",
        tickets_of(&ctx, &token).await,
    )
    .await
}

async fn tickets_of(ctx: &Ctx, token: &str) -> Result<Vec<u8>, ApiError> {
    let (permit, guest) = ctx.permit_of_link(token).await?;
    let invitation = registrations::invitation(&ctx.desk, &permit, guest).await?;
    let shown = InvitationView::of(ctx, invitation);
    if shown.tickets.is_empty() {
        return Err(ApiError::NotFound);
    }
    let ticket = |ticket: TicketView| TicketPaper {
        holder: ticket.holder,
        code: ticket.code,
        side: ticket.side,
        path: ticket.path,
    };
    let paper = TicketsPaper {
        event: shown.event.title,
        when: shown.event.when,
        place: shown.event.place,
        organiser: shown.organiser,
        tickets: shown.tickets.into_iter().map(ticket).collect(),
    };
    let locale = ctx.words.0;
    set(move || tickets(locale, &paper)).await
}

/// Sets a paper beside the threads that answer.
async fn set(
    paper: impl FnOnce() -> Result<Vec<u8>, PaperError> + Send + 'static,
) -> Result<Vec<u8>, ApiError> {
    match tokio::task::spawn_blocking(paper).await {
        Ok(Ok(paper)) => Ok(paper),
        Ok(Err(error)) => {
            tracing::error!(error = &error as &dyn std::error::Error, "no paper");
            Err(Failure::Damaged("the template of a paper").into())
        }
        Err(_) => Err(Failure::Damaged("the template of a paper").into()),
    }
}
