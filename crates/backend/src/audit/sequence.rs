//! Giving entries their place.

use domain::{access::act, ids::TenantId};
use ledger::Checkpoint;

use super::{
    LogHead, signer,
    sql::{self, number},
};
use crate::{
    Failure,
    access::{Permit, as_system},
    desk::Desk,
};

/// Entries that get their place in one transaction.
const BATCH: i64 = 4_096;

/// How a round went.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Sequenced {
    /// No entry waits, or another process is at it.
    Nothing,
    /// So many entries got their place, and the tree is signed.
    Placed(u64, LogHead),
}

/// Appends waiting entries of a tenant to its tree and signs it, in one transaction: killed at any point, entries
/// simply go on waiting. Several processes may call it; one does the work.
pub async fn sequence(desk: &Desk, tenant: TenantId) -> Result<Sequenced, Failure> {
    let mut tx = desk.open(&permit(tenant)?).await?;
    if !sql::is_waiting(&mut tx).await? {
        return Ok(Sequenced::Nothing);
    }
    if sql::head(&mut tx).await?.is_none() {
        signer::make(&mut tx, &desk.settings().base_url).await?;
    }
    let Some(row) = sql::head_for_change(&mut tx).await? else {
        return Ok(Sequenced::Nothing);
    };
    let mut tree = signer::open(&mut tx, row).await?;
    let before = tree.frontier.size();
    let mut completed = Vec::new();
    for leaf in sql::place_waiting(&mut tx, number(before)?, BATCH).await? {
        tree.frontier
            .append_noting(leaf, |hash| completed.push(hash));
    }
    let size = tree.frontier.size();
    if size == before {
        return Ok(Sequenced::Nothing);
    }
    for hash in &completed {
        sql::add_hash(&mut tx, hash).await?;
    }
    let checkpoint = Checkpoint {
        origin: tree.signer.verifier().name().to_owned(),
        size,
        root: tree.frontier.root(),
        time_ms: Some(tx.now().0),
    }
    .sign(&tree.signer)
    .map_err(|_| Failure::Damaged("log_heads.verifier"))?;
    sql::add_checkpoint(&mut tx, size, &checkpoint).await?;
    sql::set_frontier(&mut tx, &tree.frontier.to_bytes()).await?;
    tx.commit_upkeep().await?;
    let verifier = tree.signer.verifier().to_string();
    Ok(Sequenced::Placed(
        size - before,
        LogHead {
            verifier,
            checkpoint,
            size,
        },
    ))
}

pub(super) fn permit(tenant: TenantId) -> Result<Permit<act::SequenceLog>, Failure> {
    as_system(tenant, "sequencer")
}
