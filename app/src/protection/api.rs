//! Server functions of data protection: overview, log, erasures.

#![allow(
    missing_docs,
    reason = "the macro makes items of its own that nobody can document"
)]

use leptos::prelude::*;

use super::views::{
    CertificateView, DeletionView, ErasurePageView, ExtentView, LogPageView, LogQuery,
    OverviewView, ReportView,
};
use crate::error::ApiError;

/// How the protection of the tenant's data stands now.
#[server(prefix = "/fn", endpoint = "protection/overview")]
pub async fn overview() -> Result<OverviewView, ApiError> {
    let ctx = crate::page::Ctx::current()?;
    let overview = backend::protection::overview(&ctx.desk, &ctx.permit()?).await?;
    Ok(OverviewView::of(&ctx, &overview))
}

/// A page of the tenant's log, the newest entry first.
#[server(prefix = "/fn", endpoint = "protection/log")]
pub async fn list_log(#[server(default)] query: LogQuery) -> Result<LogPageView, ApiError> {
    let ctx = crate::page::Ctx::current()?;
    let permit = ctx.permit()?;
    let filter = super::pages::filter(&query);
    let page = backend::audit::list(&ctx.desk, &permit, &filter).await?;
    let head = backend::audit::head(&ctx.desk, &permit).await?;
    Ok(LogPageView::of(&ctx, page, head))
}

/// What would be erased with this guest.
#[server(prefix = "/fn", endpoint = "protection/extent")]
pub async fn erasure_extent(event: String, guest: String) -> Result<ExtentView, ApiError> {
    let ctx = crate::page::Ctx::current()?;
    let (event, guest) = (crate::page::id(&event)?, crate::page::id(&guest)?);
    let extent = backend::erasures::extent(&ctx.desk, &ctx.permit()?, event, guest).await?;
    Ok(extent.into())
}

/// Erases the person whom this guest is; answers with the id that the certificate has.
#[server(prefix = "/fn", endpoint = "protection/erase")]
pub async fn erase_person(event: String, guest: String) -> Result<String, ApiError> {
    let ctx = crate::page::Ctx::current()?;
    let (event, guest) = (crate::page::id(&event)?, crate::page::id(&guest)?);
    let person = backend::erasures::erase(&ctx.desk, &ctx.permit()?, event, guest).await?;
    Ok(person.to_string())
}

/// People who were erased on request, the last one first. `before` is where a page begins.
#[server(prefix = "/fn", endpoint = "protection/erasures")]
pub async fn list_erasures(#[server(default)] before: String) -> Result<ErasurePageView, ApiError> {
    let ctx = crate::page::Ctx::current()?;
    let before = super::pages::cursor(&before);
    let page = backend::erasures::list(&ctx.desk, &ctx.permit()?, before).await?;
    Ok(ErasurePageView::of(&ctx, page))
}

/// The certificate that a person was erased.
#[server(prefix = "/fn", endpoint = "protection/certificate")]
pub async fn erasure_certificate(person: String) -> Result<CertificateView, ApiError> {
    let ctx = crate::page::Ctx::current()?;
    let person = crate::page::id(&person)?;
    let certificate = backend::erasures::certificate(&ctx.desk, &ctx.permit()?, person).await?;
    CertificateView::of(&ctx, &certificate)
}

/// Every technical and organisational measure with what was found of it now.
#[server(prefix = "/fn", endpoint = "protection/report")]
pub async fn load_report() -> Result<ReportView, ApiError> {
    let ctx = crate::page::Ctx::current()?;
    Ok(ReportView::of(&ctx, &super::pages::report_now(&ctx).await?))
}

/// What will be deleted when, the next first.
#[server(prefix = "/fn", endpoint = "protection/deletions")]
pub async fn list_deletions() -> Result<Vec<DeletionView>, ApiError> {
    let ctx = crate::page::Ctx::current()?;
    let deletions = backend::retention::preview(&ctx.desk, &ctx.permit()?).await?;
    Ok(deletions
        .iter()
        .map(|deletion| DeletionView::of(&ctx, deletion))
        .collect())
}
