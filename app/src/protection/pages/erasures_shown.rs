//! From erasures to what is shown of them.

use backend::erasures::{ErasurePage, Extent};
use domain::{Instant, ids::PersonId};
use ledger::{ActorKind, erasure::Certificate};

use crate::{
    error::ApiError,
    page::Ctx,
    protection::views::{CertificateView, ErasurePageView, ErasureView, ExtentView},
};

impl From<Extent> for ExtentView {
    fn from(extent: Extent) -> Self {
        Self {
            guests: extent.guests,
            mails: extent.mails,
            links: extent.links,
        }
    }
}

impl ErasurePageView {
    /// What is shown of a page.
    pub(crate) fn of(ctx: &Ctx, page: ErasurePage) -> Self {
        Self {
            next: page.next.map(|(at, person)| format!("{}.{person}", at.0)),
            lines: page
                .lines
                .into_iter()
                .map(|line| ErasureView {
                    person: line.person.to_string(),
                    at: ctx.moment(line.at),
                    actor: ctx.actor(ActorKind::User, &line.actor_name),
                })
                .collect(),
        }
    }
}

/// Where a page begins, as it stands in the address; anything else is the first page.
pub(crate) fn cursor(text: &str) -> Option<(Instant, PersonId)> {
    let (at, person) = text.split_once('.')?;
    Some((Instant(at.parse().ok()?), person.parse().ok()?))
}

impl CertificateView {
    /// What is shown of a certificate. It is checked as whoever receives it would.
    pub fn of(ctx: &Ctx, certificate: &Certificate) -> Result<Self, ApiError> {
        let damaged = |_| ApiError::from(backend::Failure::Damaged("the certificate"));
        let proven = certificate.verify().map_err(damaged)?;
        let statement = proven.statement;
        Ok(Self {
            erased: ctx.moment(Instant(statement.erased_ms)),
            unreadable_from: ctx.day(Instant(statement.backups_until_ms)),
            extent: ExtentView {
                guests: statement.guests,
                mails: statement.mails,
                links: statement.links,
            },
            place: certificate.position + 1,
            size: proven.checkpoint.size,
            statement: certificate.statement.clone(),
            checkpoint: certificate.checkpoint.clone(),
            verifier: certificate.vkey.clone(),
            person: statement.person,
        })
    }
}
