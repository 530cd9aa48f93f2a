//! Checking entries where they lie. Whoever wants to be sure checks the whole log in the own browser.

use ledger::{
    Checkpoint, Frontier, Hash, Tile, Tiles, inclusion, tiles_for_frontier, tiles_for_inclusion,
    verify_inclusion,
};

use super::{
    prove::fill,
    sql::{self, number},
};
use crate::{Failure, chance, desk::TenantTx};

/// What was found.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Checked {
    /// Entries that were hashed anew.
    pub(crate) entries: u64,
    /// Of them, those that are not what the log holds.
    pub(crate) wrong: u64,
    /// Whether the newest checkpoint is signed, and its root is that over the newest entries, hashed anew, and the tree before
    /// them.
    pub(crate) is_signed: bool,
}

/// Hashes the `newest` entries anew, and as many `others` from before them, picked by chance; whether they are in the tree that
/// the newest checkpoint covers. What cannot be read is wrong.
pub(crate) async fn check(tx: &mut TenantTx, newest: u64, others: u64) -> Result<Checked, Failure> {
    let Some(checkpoint) = newest_checkpoint(tx).await? else {
        return Ok(Checked::default());
    };
    let from = checkpoint.size.saturating_sub(newest);
    let leaves = leaves(tx, from, checkpoint.size).await?;
    let stored = sql::leaves(tx, number(from)?, number(checkpoint.size)?).await?;
    let right = leaves
        .iter()
        .zip(&stored)
        .filter(|(leaf, stored)| leaf.is_some_and(|leaf| leaf.as_slice() == stored.as_slice()));
    let right = right.count() as u64;
    let mut checked = Checked {
        entries: checkpoint.size - from,
        wrong: checkpoint.size - from - right,
        is_signed: root(tx, from, checkpoint.size, &leaves).await? == Some(checkpoint.root),
    };
    for _ in 0..others.min(from) {
        let place = u64::from_be_bytes(chance::make_bytes()) % from;
        checked.entries += 1;
        checked.wrong += u64::from(!is_in(tx, place, &checkpoint).await?);
    }
    Ok(checked)
}

/// The newest checkpoint; nothing if there is none, if it is not signed by the key of the log, or not over the tree as it stands.
async fn newest_checkpoint(tx: &mut TenantTx) -> Result<Option<Checkpoint>, Failure> {
    let (Some(head), Some((_, note))) = (sql::head(tx).await?, sql::newest_checkpoint(tx).await?)
    else {
        return Ok(None);
    };
    let Ok(verifier) = super::signer::parse(&head.verifier) else {
        return Ok(None);
    };
    let checkpoint = Checkpoint::open(&note, verifier.name(), &verifier).ok();
    // An older one does for nobody: the tree has gone on.
    let tree = Frontier::from_bytes(&head.frontier).ok();
    Ok(checkpoint.filter(|checkpoint| {
        tree.is_some_and(|tree| (tree.size(), tree.root()) == (checkpoint.size, checkpoint.root))
    }))
}

/// The hashes of the entries at these places, made anew; nothing for one that is not there or cannot be read.
async fn leaves(tx: &mut TenantTx, from: u64, until: u64) -> Result<Vec<Option<Hash>>, Failure> {
    let (start, end) = (number(from)?, number(until)?);
    let rows = sql::entries_from(tx, start, end, end - start).await?;
    let mut leaves = vec![None; usize::try_from(until - from).unwrap_or(0)];
    let tenant = tx.tenant();
    for row in rows {
        let at = row
            .place()
            .and_then(|place| usize::try_from(place - from).ok());
        if let Some(leaf) = at.and_then(|at| leaves.get_mut(at)) {
            *leaf = row.entry(tenant).ok().map(|entry| entry.leaf());
        }
    }
    Ok(leaves)
}

/// The root over the tree of the first `from` leaves and those that follow; nothing when a hash is missing.
async fn root(
    tx: &mut TenantTx,
    from: u64,
    size: u64,
    leaves: &[Option<Hash>],
) -> Result<Option<Hash>, Failure> {
    let plan = tiles_for_frontier(from, size).unwrap_or_default();
    let Some(tiles) = filled(tx, plan).await? else {
        return Ok(None);
    };
    let Ok(mut tree) = Frontier::from_tiles(from, &tiles) else {
        return Ok(None);
    };
    for leaf in leaves {
        let Some(leaf) = leaf else { return Ok(None) };
        tree.append(*leaf);
    }
    Ok(Some(tree.root()))
}

/// The hashes of a plan; nothing when one is missing.
async fn filled(tx: &mut TenantTx, plan: Vec<Tile>) -> Result<Option<Tiles>, Failure> {
    match fill(tx, plan).await {
        Err(Failure::Damaged(_)) => Ok(None),
        tiles => tiles.map(Some),
    }
}

/// Whether the entry at a place, hashed anew, is in the tree that a checkpoint covers.
async fn is_in(tx: &mut TenantTx, place: u64, checkpoint: &Checkpoint) -> Result<bool, Failure> {
    let Some(Some(leaf)) = leaves(tx, place, place + 1).await?.pop() else {
        return Ok(false);
    };
    let (size, root) = (checkpoint.size, checkpoint.root);
    let plan = tiles_for_inclusion(place, size).unwrap_or_default();
    let Some(tiles) = filled(tx, plan).await? else {
        return Ok(false);
    };
    let path = inclusion(place, size, &tiles).unwrap_or_default();
    Ok(verify_inclusion(&leaf, place, size, &path, &root).is_ok())
}
