//! Signing the report with the key of the tenant's log.

use domain::access::act;
use ledger::sign_note;
use sha2::{Digest, Sha256};

use super::Report;
use crate::{Failure, access::Permit, audit, desk::Desk};

/// The first line of what is signed, with the version of the form.
const FIRST_LINE: &str = "einlass-report/1";

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

/// A report with its signature.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignedReport {
    /// The report as JSON, byte for byte as it was signed.
    pub json: String,
    /// A signed note (C2SP): tenant, time and the SHA-256 of the JSON.
    pub statement: String,
    /// The public key.
    pub verifier: String,
}

/// Signs a report.
pub async fn signed(
    desk: &Desk,
    permit: &Permit<act::SeeLog>,
    report: &Report,
) -> Result<SignedReport, ReportError> {
    let json = serde_json::to_string(report).map_err(|_| Failure::Damaged("report"))?;
    let mut tx = desk.read(permit).await?;
    let signer = match audit::signer_of(&mut tx).await {
        Err(Failure::NotFound) => return Err(ReportError::NotYet),
        signer => signer?,
    };
    let hash = data_encoding::HEXLOWER.encode(&Sha256::digest(json.as_bytes()));
    let text = format!(
        "{FIRST_LINE}\nlog {}\nmade {}\nsha256 {hash}\n",
        signer.verifier().name(),
        report.made_at.0
    );
    let statement =
        sign_note(&text, &signer).map_err(|_| Failure::Damaged("log_heads.verifier"))?;
    Ok(SignedReport {
        json,
        statement,
        verifier: signer.verifier().to_string(),
    })
}
