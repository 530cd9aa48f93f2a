//! Signing the report with the key of the tenant's log.

use domain::access::act;
use ledger::SignedReport;
use serde_json::value::to_raw_value;

use super::Report;
use crate::{Failure, access::Permit, audit, desk::Desk};

/// Why a report is not signed.
#[derive(Debug, thiserror::Error)]
pub enum ReportError {
    /// The log has no key yet: in a few seconds.
    #[error("the log is not signed yet")]
    NotYet,
    /// Something else failed.
    #[error(transparent)]
    Failure(#[from] Failure),
}

/// Signs a report.
pub async fn signed(
    desk: &Desk,
    permit: &Permit<act::SeeLog>,
    report: &Report,
) -> Result<SignedReport, ReportError> {
    let mut tx = desk.read(permit).await?;
    let signer = match audit::signer_of(&mut tx).await {
        Err(Failure::NotFound) => return Err(ReportError::NotYet),
        signer => signer?,
    };
    let json = to_raw_value(report).map_err(|_| Failure::Damaged("report"))?;
    let report = SignedReport::sign(json, report.made_at.0, &signer);
    Ok(report.map_err(|_| Failure::Damaged("log_heads.verifier"))?)
}
