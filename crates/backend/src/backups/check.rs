//! Looking at a restored installation: the logs are as they were signed, and a sample of rows opens.

use std::io::{BufReader, BufWriter};

use domain::{access::act, ids::TenantId};
use ledger::export::{Report, Trusted, VerifyError, verify};
use serde::Serialize;

use super::BackupError;
use crate::{
    Failure,
    access::{Denied, Permit, Who, as_system, authorise},
    audit::{self, ExportError},
    desk::Desk,
    events, guests,
};

/// Guests of each tenant that are opened.
const SAMPLE: i64 = 100;

/// What was found in order.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Checked {
    /// Tenants whose keys open.
    pub tenants: u64,
    /// Entries of logs, each in its place under a signed root.
    pub entries: u64,
    /// Rows that were opened.
    pub opened: u64,
}

/// Checks every tenant: its keys open, its log is as it was signed, and its events and a sample of its guests open.
pub async fn check(desk: &Desk, permit: &Permit<act::KeepBackups>) -> Result<Checked, BackupError> {
    let mut checked = Checked::default();
    for tenant in desk.tenants().await? {
        desk.check_keys(tenant).await?;
        checked.tenants += 1;
        checked.entries += check_log(desk, permit, tenant).await?;
        let own: Permit<act::KeepBackups> = as_system(tenant, permit.origin.as_str())?;
        let mut tx = desk.read(&own).await?;
        checked.opened += events::sql::all(&mut tx).await?.len() as u64;
        checked.opened += guests::open_some(&mut tx, SAMPLE).await?;
    }
    Ok(checked)
}

/// The export of the log runs into its check, without a file in between.
async fn check_log(
    desk: &Desk,
    permit: &Permit<act::KeepBackups>,
    tenant: TenantId,
) -> Result<u64, BackupError> {
    let see: Permit<act::SeeLog> =
        authorise(Who::Operator(tenant), &permit.origin).map_err(|Denied| Failure::NotFound)?;
    let (reader, writer) = std::io::pipe()?;
    let verified =
        tokio::task::spawn_blocking(|| verify(BufReader::new(reader), &Trusted::nothing()));
    let exported = audit::export(desk, &see, BufWriter::new(writer)).await;
    let verified: Result<Report, VerifyError> =
        verified.await.expect("checking a log does not panic");
    match (exported, verified) {
        (Err(ExportError::Empty), _) => Ok(0),
        (Err(ExportError::Failure(failure)), _) => Err(failure.into()),
        (_, Err(source)) => Err(BackupError::Log {
            tenant: tenant.to_string(),
            source,
        }),
        (Err(ExportError::Write(_)), Ok(_)) => Err(BackupError::Damaged),
        (Ok(_), Ok(report)) => Ok(report.entries),
    }
}
