//! Writing the log to a file that can be checked without the database.

use std::io::Write;

use domain::access::act;
use ledger::export::{WriteError, Writer};

use super::{
    prove::head_of,
    signer,
    sql::{self, number},
};
use crate::{
    Failure,
    access::Permit,
    desk::{Change, Desk},
    keys,
};

/// Rows that are read at a time.
const BATCH: i64 = 1_000;

/// Why an export was not written.
#[derive(Debug, thiserror::Error)]
pub enum ExportError {
    /// Nothing is signed yet.
    #[error("the log has no signed entry yet")]
    Empty,
    /// The file could not be written, or the log is damaged.
    #[error("the log could not be written")]
    Write(#[from] WriteError),
    /// Something else failed.
    #[error(transparent)]
    Failure(#[from] Failure),
}

/// Writes the whole log up to its newest checkpoint in the format of [`ledger::export`]; returns the number of entries.
/// Values before and after a change are not in it, only their hashes.
pub async fn export<W: Write>(
    desk: &Desk,
    permit: &Permit<act::SeeLog>,
    out: W,
) -> Result<u64, ExportError> {
    let mut tx = desk.read(permit).await?;
    let tenant = tx.tenant();
    let head = head_of(&mut tx).await?.ok_or(ExportError::Empty)?;
    let verifier = signer::parse(&head.verifier)?;
    let end = number(head.size)?;
    let mut writer = Writer::start(out, &tenant.to_string(), verifier.name(), &verifier)?;
    let mut above = 0;
    while above < end {
        for (size, note) in sql::checkpoints(&mut tx, above, end, BATCH).await? {
            writer.checkpoint(&note)?;
            above = size;
        }
    }
    let mut position = 0;
    while position < end {
        let rows = sql::entries_from(&mut tx, position, end, BATCH).await?;
        if rows.is_empty() {
            return Err(Failure::Damaged("log_leaves").into());
        }
        for row in rows {
            writer.entry(&row.entry(tenant)?)?;
            position += 1;
        }
    }
    writer.finish()?;
    Ok(head.size)
}

/// Notes that somebody of the team takes the whole log along.
pub async fn note_export(desk: &Desk, permit: &Permit<act::SeeLog>) -> Result<(), Failure> {
    let mut tx = desk.open(permit).await?;
    let tenant = tx.tenant();
    let key = keys::own(&mut tx).await?;
    tx.commit(Change::new("log.exported", tenant, tenant.uuid(), &key))
        .await
}
