//! Checking the newest entries where they lie. Whoever wants to be sure checks the whole log in the own browser.

use ledger::{Checkpoint, Frontier};

use super::{
    signer::parse,
    sql::{self, number},
};
use crate::{Failure, desk::TenantTx};

/// What was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Checked {
    /// Entries that were hashed anew.
    pub(crate) entries: u64,
    /// Of them, those that are not what the log holds.
    pub(crate) wrong: u64,
    /// Whether the newest checkpoint is signed and covers the tree as it stands.
    pub(crate) is_signed: bool,
}

/// Hashes the newest entries anew, compares them with the leaves of the tree, and opens the newest checkpoint.
pub(crate) async fn check_newest(tx: &mut TenantTx, most: u64) -> Result<Checked, Failure> {
    let (Some(row), Some((size, note))) = (sql::head(tx).await?, sql::newest_checkpoint(tx).await?)
    else {
        return Ok(Checked {
            entries: 0,
            wrong: 0,
            is_signed: false,
        });
    };
    let from = size.saturating_sub(number(most)?).max(0);
    let leaves = sql::leaves(tx, from, size).await?;
    let rows = sql::entries_from(tx, from, size, number(most)?).await?;
    let tenant = tx.tenant();
    let expected = u64::try_from(size - from).unwrap_or(0);
    let mut right = 0;
    for (row, leaf) in rows.iter().zip(&leaves) {
        right += u64::from(row.entry(tenant)?.leaf().as_slice() == leaf.as_slice());
    }
    let verifier = parse(&row.verifier)?;
    let frontier = Frontier::from_bytes(&row.frontier);
    let is_signed = Checkpoint::open(&note, verifier.name(), &verifier).is_ok_and(|checkpoint| {
        frontier.is_ok_and(|frontier| {
            checkpoint.size == frontier.size() && checkpoint.root == frontier.root()
        })
    });
    Ok(Checked {
        entries: expected,
        wrong: expected - right,
        is_signed,
    })
}
