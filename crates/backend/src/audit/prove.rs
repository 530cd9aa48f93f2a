//! Proofs for whoever asks.

use domain::{access::act, ids::EntryId};
use ledger::{
    Entry, Hash, Tile, Tiles, consistency, inclusion, tiles_for_consistency, tiles_for_inclusion,
};

use super::{
    LogHead,
    sql::{self, number},
};
use crate::{Failure, access::Permit, desk::Desk, desk::TenantTx};

/// The proof that an entry is in the log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Inclusion {
    /// The entry.
    pub entry: Entry,
    /// Its place, from 0.
    pub position: u64,
    /// The hashes that lead from the entry to the root (RFC 9162, section 2.1.3).
    pub hashes: Vec<Hash>,
}

/// The proof that the log only grew since an older checkpoint.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Consistency {
    /// The newest checkpoint.
    pub head: LogHead,
    /// The hashes that lead from the older root to the newest (RFC 9162, section 2.1.4).
    pub hashes: Vec<Hash>,
}

/// The newest signed state; none before the first entry has its place.
pub async fn head(desk: &Desk, permit: &Permit<act::SeeLog>) -> Result<Option<LogHead>, Failure> {
    let mut tx = desk.read(permit).await?;
    head_of(&mut tx).await
}

/// The newest signed state, within a transaction.
pub(crate) async fn head_of(tx: &mut TenantTx) -> Result<Option<LogHead>, Failure> {
    let (Some(row), Some((size, checkpoint))) =
        (sql::head(tx).await?, sql::newest_checkpoint(tx).await?)
    else {
        return Ok(None);
    };
    Ok(Some(LogHead {
        verifier: row.verifier,
        checkpoint,
        size: u64::try_from(size).map_err(|_| Failure::Damaged("log_checkpoints.size"))?,
    }))
}

/// Proves that an entry is among the first `size`; [`Failure::NotFound`] for an entry that is not, or not there.
pub async fn prove_inclusion(
    desk: &Desk,
    permit: &Permit<act::SeeLog>,
    entry: EntryId,
    size: u64,
) -> Result<Inclusion, Failure> {
    let mut tx = desk.read(permit).await?;
    inclusion_of(&mut tx, entry, size).await
}

/// Likewise, within a transaction.
pub(crate) async fn inclusion_of(
    tx: &mut TenantTx,
    entry: EntryId,
    size: u64,
) -> Result<Inclusion, Failure> {
    let row = sql::entry(tx, entry).await?.ok_or(Failure::NotFound)?;
    let position = row.place().ok_or(Failure::NotFound)?;
    let plan = tiles_for_inclusion(position, size).map_err(|_| Failure::NotFound)?;
    let tiles = fill(tx, plan).await?;
    Ok(Inclusion {
        entry: row.entry(tx.tenant())?,
        position,
        hashes: inclusion(position, size, &tiles).map_err(|_| Failure::Damaged("log_hashes"))?,
    })
}

/// Proves that the log only grew since it had `old` entries; [`Failure::NotFound`] when it never had as many.
pub async fn prove_consistency(
    desk: &Desk,
    permit: &Permit<act::SeeLog>,
    old: u64,
) -> Result<Consistency, Failure> {
    let mut tx = desk.read(permit).await?;
    let head = head_of(&mut tx).await?.ok_or(Failure::NotFound)?;
    let plan = tiles_for_consistency(old, head.size).map_err(|_| Failure::NotFound)?;
    let tiles = fill(&mut tx, plan).await?;
    let hashes = consistency(old, head.size, &tiles).map_err(|_| Failure::Damaged("log_hashes"))?;
    Ok(Consistency { head, hashes })
}

/// The hashes of a plan.
pub(super) async fn fill(tx: &mut TenantTx, plan: Vec<Tile>) -> Result<Tiles, Failure> {
    let mut tiles = Tiles::new();
    for tile in plan {
        number(tile.indices().end)?;
        let hashes = sql::hashes(tx, tile).await?;
        tiles
            .fill(tile, hashes)
            .map_err(|_| Failure::Damaged("log_hashes"))?;
    }
    Ok(tiles)
}
