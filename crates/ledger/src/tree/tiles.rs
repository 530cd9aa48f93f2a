//! Hashes for proofs without reading all leaves.
//!
//! The tree is stored in levels, as in C2SP tlog-tiles. Hash `i` of level 0 is leaf `i`; hash `i` of level `l` is the
//! root over the 256^l leaves from `i · 256^l`. Only roots of full subtrees are stored, so no row ever changes:
//!
//! * level 0 is the table of leaves, read by position;
//! * the levels above are one table `(tenant, level, index, hash)` of the [`TileHash`]es that
//!   [`Frontier::append_noting`](crate::Frontier::append_noting) hands out: one row for 255 leaves.
//!
//! A [`Tile`] is a read of up to 256 neighbours of one level. For a proof: plan the tiles, read each by one range query,
//! put them into [`Tiles`], make the proof. In a tree of 1,000,000 leaves that is at most 5 tiles and about 700 hashes;
//! what lies between the stored levels is hashed again.

use std::{collections::BTreeMap, ops::Range};

use super::ranges::{OutOfRange, consistency_ranges, inclusion_ranges};
use crate::merkle::{Hash, node_hash, root_of};

/// Hashes in a full tile.
pub const TILE_WIDTH: u64 = 1 << TILE_HEIGHT;
/// Levels of the binary tree that one level of tiles spans.
pub(crate) const TILE_HEIGHT: u8 = 8;

/// One hash to store: the root of a full subtree of 256^level leaves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TileHash {
    /// Level, from 1: leaves are stored as such.
    pub level: u8,
    /// Which of its level, from 0 at the oldest leaves.
    pub index: u64,
    /// The root.
    pub hash: Hash,
}

/// A run of neighbouring hashes of one level.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Tile {
    /// Level; 0 holds leaf hashes.
    pub level: u8,
    /// Which of its level, from 0 at the oldest leaves.
    pub index: u64,
    /// Hashes in it: 256, or fewer at the growing end of the tree.
    pub width: u16,
}

impl Tile {
    /// The indices of its hashes within the level: what to read from the table.
    pub const fn indices(&self) -> Range<u64> {
        let first = self.index * TILE_WIDTH;
        first..first + self.width as u64
    }
}

/// A tile was filled with the wrong number of hashes: rows are missing in the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("{found} hashes for a tile of {}", tile.width)]
pub struct TileWidthError {
    /// The tile.
    pub tile: Tile,
    /// Hashes that were given.
    pub found: usize,
}

/// A proof cannot be made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum MakeProofError {
    /// No tree has these sizes or positions.
    #[error(transparent)]
    OutOfRange(#[from] OutOfRange),
    /// A tile that the plan named was not filled in.
    #[error("hash {index} of level {level} was not read")]
    Missing {
        /// Level of the hash.
        level: u8,
        /// Its index within the level.
        index: u64,
    },
}

/// A full subtree of 2^height leaves, the `index`-th of its height.
#[derive(Debug, Clone, Copy)]
struct Node {
    height: u8,
    index: u64,
}

impl Node {
    const fn level(self) -> u8 {
        self.height / TILE_HEIGHT
    }

    /// The stored hashes of its level that lie beneath it: a power of two, all in one tile.
    const fn stored(self) -> Range<u64> {
        let rest = self.height % TILE_HEIGHT;
        self.index << rest..(self.index + 1) << rest
    }
}

/// The full subtrees that a subtree of the tree falls into, the largest first. Their start is a multiple of their size,
/// because ranges of proofs begin at one.
fn nodes(range: Range<u64>) -> impl Iterator<Item = Node> {
    let mut start = range.start;
    std::iter::from_fn(move || {
        let left = range.end - start;
        (left > 0).then(|| {
            let height = left.ilog2();
            let node = Node {
                height: u8::try_from(height).expect("a u64 has 64 bits"),
                index: start >> height,
            };
            start += 1 << height;
            node
        })
    })
}

fn tiles_for(ranges: impl IntoIterator<Item = Range<u64>>, size: u64) -> Vec<Tile> {
    let mut tiles: Vec<Tile> = ranges
        .into_iter()
        .flat_map(nodes)
        .map(|node| {
            let level = node.level();
            let index = node.stored().start / TILE_WIDTH;
            let stored = size >> (u32::from(TILE_HEIGHT) * u32::from(level));
            let width = (stored - index * TILE_WIDTH).min(TILE_WIDTH);
            Tile {
                level,
                index,
                width: u16::try_from(width).expect("at most 256"),
            }
        })
        .collect();
    tiles.sort_unstable();
    tiles.dedup();
    tiles
}

/// The tiles that [`inclusion`](crate::inclusion) of leaf `index` in the tree of `size` leaves reads, lowest level first.
/// The table may have grown beyond `size` meanwhile.
pub fn tiles_for_inclusion(index: u64, size: u64) -> Result<Vec<Tile>, OutOfRange> {
    Ok(tiles_for(inclusion_ranges(index, size)?, size))
}

/// The tiles that [`consistency`](crate::consistency) of the trees of `old` and of `new` leaves reads, lowest level first.
pub fn tiles_for_consistency(old: u64, new: u64) -> Result<Vec<Tile>, OutOfRange> {
    Ok(tiles_for(consistency_ranges(old, new)?, new))
}

/// The tiles that [`Frontier::from_tiles`](crate::Frontier::from_tiles) of the first `old` of `new` leaves reads, lowest level first.
pub fn tiles_for_frontier(old: u64, new: u64) -> Result<Vec<Tile>, OutOfRange> {
    if old > new {
        return Err(OutOfRange::Shrunk { old, new });
    }
    Ok(tiles_for(std::iter::once(0..old), new))
}

/// Tiles that were read. That their hashes are true is not checked here: a proof made from false ones does not verify,
/// so verify it before it is given away.
#[derive(Debug, Clone, Default)]
pub struct Tiles {
    filled: BTreeMap<(u8, u64), Vec<Hash>>,
}

impl Tiles {
    /// No tiles yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Takes the hashes of a tile, in order.
    pub fn fill(&mut self, tile: Tile, hashes: Vec<Hash>) -> Result<(), TileWidthError> {
        if hashes.len() != usize::from(tile.width) {
            let found = hashes.len();
            return Err(TileWidthError { tile, found });
        }
        self.filled.insert((tile.level, tile.index), hashes);
        Ok(())
    }

    /// The roots of the full subtrees that a range of leaves falls into, the largest first.
    pub(super) fn roots(&self, range: Range<u64>) -> Result<Vec<Hash>, MakeProofError> {
        nodes(range).map(|node| self.node(node)).collect()
    }

    /// The root of the subtree over a range of leaves that a proof names.
    pub(crate) fn root(&self, range: Range<u64>) -> Result<Hash, MakeProofError> {
        let root = self
            .roots(range)?
            .into_iter()
            .rev()
            .reduce(|right, left| node_hash(&left, &right));
        Ok(root.expect("ranges of proofs are not empty"))
    }

    fn node(&self, node: Node) -> Result<Hash, MakeProofError> {
        let level = node.level();
        let Range { start, end } = node.stored();
        let missing = MakeProofError::Missing {
            level,
            index: start,
        };
        let tile = self
            .filled
            .get(&(level, start / TILE_WIDTH))
            .ok_or(missing)?;
        let first = usize::try_from(start % TILE_WIDTH).expect("below 256");
        let count = usize::try_from(end - start).expect("at most 256");
        tile.get(first..first + count).map(root_of).ok_or(missing)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tiles_are_as_wide_as_the_specification_says() {
        // C2SP tlog-tiles: 70,000 leaves are 273 full tiles and one of 112, one full tile and one of 17, one of 1.
        let tile = |level, index, width| Tile {
            level,
            index,
            width,
        };
        assert_eq!(
            tiles_for_inclusion(69_999, 70_000).unwrap(),
            [tile(0, 273, 112), tile(1, 256 / 256, 17), tile(2, 0, 1)]
        );
        assert_eq!(
            tiles_for_inclusion(0, 70_000).unwrap(),
            [
                tile(0, 0, 256),
                tile(0, 273, 112),
                tile(1, 0, 256),
                tile(1, 1, 17)
            ]
        );
        assert_eq!(tile(1, 1, 17).indices(), 256..273);
    }

    #[test]
    fn a_proof_over_a_million_leaves_reads_a_few_hundred_hashes() {
        let size = 1_000_000;
        for index in (0..size).step_by(997).chain([size - 1]) {
            for tiles in [
                tiles_for_inclusion(index, size),
                tiles_for_consistency(index, size),
            ] {
                let tiles = tiles.unwrap();
                let hashes: u16 = tiles.iter().map(|tile| tile.width).sum();
                assert!(tiles.len() <= 5 && hashes <= 700, "{index}: {hashes}");
            }
        }
    }

    #[test]
    fn a_tile_with_a_gap_is_refused() {
        let tile = Tile {
            level: 0,
            index: 0,
            width: 3,
        };
        let found = 2;
        assert_eq!(
            Tiles::new().fill(tile, vec![[0; 32]; found]),
            Err(TileWidthError { tile, found })
        );
        let missing = MakeProofError::Missing { level: 0, index: 0 };
        assert_eq!(Tiles::new().root(0..1), Err(missing));
    }
}
