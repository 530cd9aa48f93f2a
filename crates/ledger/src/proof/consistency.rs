//! A tree was only appended to.

use sha2::{Digest, Sha256};

use crate::{
    merkle::{Hash, node_hash},
    tree::{MakeProofError, OutOfRange, Tiles, consistency_ranges},
};

/// A proof of consistency does not hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ConsistencyError {
    /// The older tree is the larger one.
    #[error(transparent)]
    OutOfRange(#[from] OutOfRange),
    /// The path has hashes to spare.
    #[error("the path is too long")]
    TooLong,
    /// The path ends before the roots.
    #[error("the path is too short")]
    TooShort,
    /// The path does not lead to the older root.
    #[error("the path leads to another older root")]
    WrongOldRoot,
    /// The path leads to the older root, but not to the newer one.
    #[error("the path leads to another newer root")]
    WrongNewRoot,
}

/// The proof that the tree of `new` leaves begins with the `old` ones: RFC 9162, section 2.1.4.1. Fill `tiles` by
/// [`tiles_for_consistency`](crate::tiles_for_consistency) before. Empty if the sizes are equal or `old` is 0.
pub fn consistency(old: u64, new: u64, tiles: &Tiles) -> Result<Vec<Hash>, MakeProofError> {
    consistency_ranges(old, new)?
        .into_iter()
        .map(|range| tiles.root(range))
        .collect()
}

/// Checks that the tree of `new` leaves with the root `new_root` begins with the tree of `old` leaves with the root
/// `old_root`: RFC 9162, section 2.1.4.2. Beyond the RFC, equal sizes need equal roots and no path, and the empty tree is
/// the beginning of every other.
pub fn verify_consistency(
    old: u64,
    new: u64,
    old_root: &Hash,
    new_root: &Hash,
    path: &[Hash],
) -> Result<(), ConsistencyError> {
    if old > new {
        return Err(OutOfRange::Shrunk { old, new }.into());
    }
    if old == new || old == 0 {
        return verify_trivial(old, new, old_root, new_root, path);
    }
    // The first hash is the subtree both begin with; a full old tree is that subtree itself.
    let (seed, rest) = if old.is_power_of_two() {
        (old_root, path)
    } else {
        path.split_first().ok_or(ConsistencyError::TooShort)?
    };
    // The names of the RFC.
    let shift = (old - 1).trailing_ones();
    let (mut fnode, mut snode) = ((old - 1) >> shift, (new - 1) >> shift);
    let (mut old_reached, mut new_reached) = (*seed, *seed);
    for sibling in rest {
        if snode == 0 {
            return Err(ConsistencyError::TooLong);
        }
        if fnode & 1 == 1 || fnode == snode {
            old_reached = node_hash(sibling, &old_reached);
            new_reached = node_hash(sibling, &new_reached);
            while fnode & 1 == 0 && fnode != 0 {
                fnode >>= 1;
                snode >>= 1;
            }
        } else {
            new_reached = node_hash(&new_reached, sibling);
        }
        fnode >>= 1;
        snode >>= 1;
    }
    if snode != 0 {
        return Err(ConsistencyError::TooShort);
    }
    if old_reached != *old_root {
        return Err(ConsistencyError::WrongOldRoot);
    }
    if new_reached != *new_root {
        return Err(ConsistencyError::WrongNewRoot);
    }
    Ok(())
}

fn verify_trivial(
    old: u64,
    new: u64,
    old_root: &Hash,
    new_root: &Hash,
    path: &[Hash],
) -> Result<(), ConsistencyError> {
    if !path.is_empty() {
        return Err(ConsistencyError::TooLong);
    }
    if old == 0 && *old_root != Hash::from(Sha256::digest([])) {
        return Err(ConsistencyError::WrongOldRoot);
    }
    if old == new && old_root != new_root {
        return Err(ConsistencyError::WrongNewRoot);
    }
    Ok(())
}
