//! A leaf is in the tree.

use crate::{
    merkle::{Hash, node_hash},
    tree::{MakeProofError, OutOfRange, Tiles, inclusion_ranges},
};

/// A proof of inclusion does not hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum InclusionError {
    /// The leaf cannot be in a tree of this size.
    #[error(transparent)]
    OutOfRange(#[from] OutOfRange),
    /// The path has hashes to spare.
    #[error("the path is too long")]
    TooLong,
    /// The path ends before the root.
    #[error("the path is too short")]
    TooShort,
    /// The path leads to another root: the leaf, its position or a hash is not the true one.
    #[error("the path leads to another root")]
    WrongRoot,
}

/// The proof that leaf `index` is in the tree of `size` leaves: RFC 9162, section 2.1.3.1. Fill `tiles` by
/// [`tiles_for_inclusion`](crate::tiles_for_inclusion) before. 20 hashes for 1,000,000 leaves.
pub fn inclusion(index: u64, size: u64, tiles: &Tiles) -> Result<Vec<Hash>, MakeProofError> {
    inclusion_ranges(index, size)?
        .into_iter()
        .map(|range| tiles.root(range))
        .collect()
}

/// Checks that `leaf` is leaf `index` of the tree of `size` leaves with this `root`: RFC 9162, section 2.1.3.2. Size and
/// root must come from a checkpoint that is trusted.
pub fn verify_inclusion(
    leaf: &Hash,
    index: u64,
    size: u64,
    path: &[Hash],
    root: &Hash,
) -> Result<(), InclusionError> {
    if index >= size {
        return Err(OutOfRange::Leaf { index, size }.into());
    }
    // The names of the RFC.
    let (mut fnode, mut snode) = (index, size - 1);
    let mut reached = *leaf;
    for sibling in path {
        if snode == 0 {
            return Err(InclusionError::TooLong);
        }
        if fnode & 1 == 1 || fnode == snode {
            reached = node_hash(sibling, &reached);
            while fnode & 1 == 0 && fnode != 0 {
                fnode >>= 1;
                snode >>= 1;
            }
        } else {
            reached = node_hash(&reached, sibling);
        }
        fnode >>= 1;
        snode >>= 1;
    }
    if snode != 0 {
        return Err(InclusionError::TooShort);
    }
    if reached != *root {
        return Err(InclusionError::WrongRoot);
    }
    Ok(())
}
