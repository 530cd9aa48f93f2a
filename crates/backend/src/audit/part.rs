//! The log in parts, for a reader who checks it in the browser.

use domain::access::act;
use ledger::export::Writer;

use super::{
    ExportError,
    prove::head_of,
    signer,
    sql::{self, number},
};
use crate::{Failure, access::Permit, desk::Desk};

/// Entries in one part.
const BATCH: u64 = 4_096;

/// Some lines of the export.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LogPart {
    /// The lines, in the format of [`ledger::export`].
    pub lines: Vec<u8>,
    /// The size of the log of which this is a part.
    pub size: u64,
    /// Where the next part begins; none behind the last.
    pub next: Option<u64>,
}

/// A part of the log as it was when it had `size` entries, from the entry `from` on. The first part begins with the header
/// and the newest checkpoint, whose size is to be named for those that follow. [`Failure::NotFound`] beyond the end.
pub async fn part(
    desk: &Desk,
    permit: &Permit<act::SeeLog>,
    from: u64,
    size: Option<u64>,
) -> Result<LogPart, ExportError> {
    let mut tx = desk.read(permit).await?;
    let tenant = tx.tenant();
    let head = head_of(&mut tx).await?.ok_or(ExportError::Empty)?;
    let size = size.unwrap_or(head.size);
    let end = from.saturating_add(BATCH).min(size);
    if size > head.size || from > size || (from == 0 && size != head.size) {
        return Err(Failure::NotFound.into());
    }
    let mut writer = if from == 0 {
        let verifier = signer::parse(&head.verifier)?;
        let mut writer =
            Writer::start(Vec::new(), &tenant.to_string(), verifier.name(), &verifier)?;
        writer.checkpoint(&head.checkpoint)?;
        writer
    } else {
        Writer::go_on(Vec::new(), from, size)
    };
    let limit = number(BATCH)?;
    let rows = sql::entries_from(&mut tx, number(from)?, number(end)?, limit).await?;
    if rows.len() as u64 != end - from {
        return Err(Failure::Damaged("log_leaves").into());
    }
    for row in rows {
        writer.entry(&row.entry(tenant)?)?;
    }
    Ok(LogPart {
        lines: writer.into_inner(),
        size,
        next: (end < size).then_some(end),
    })
}
