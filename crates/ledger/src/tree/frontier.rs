//! A tree that only grows, in a few hundred bytes.

use sha2::{Digest, Sha256};

use super::tiles::{MakeProofError, TILE_HEIGHT, TileHash, Tiles};
use crate::merkle::{Hash, node_hash};

/// Bytes of the size at the head of the encoding.
const SIZE_BYTES: usize = 8;
/// Bytes of one hash.
const HASH_BYTES: usize = 32;

/// What must be kept of a tree to append to it and to state its root: the size, and the roots of the perfect subtrees
/// that its leaves fall into, one for each 1 in the binary size. At 1,000,000 leaves that is 7 hashes; never more than
/// 63. Its root is the one of RFC 6962, section 2.1, as [`root_of`](crate::root_of) gives it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Frontier {
    size: u64,
    /// The largest subtree, which holds the oldest leaves, first.
    roots: Vec<Hash>,
}

/// Bytes that are no encoded [`Frontier`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum FrontierBytesError {
    /// There is not even a size.
    #[error("{found} bytes are too few for a frontier")]
    NoSize {
        /// How many bytes there are.
        found: usize,
    },
    /// The size is beyond 2^63 − 1, the largest position a database can hold.
    #[error("a frontier of {size} leaves is too large")]
    TooLarge {
        /// The size in the encoding.
        size: u64,
    },
    /// The number of bytes does not fit the size.
    #[error("a frontier of {size} leaves takes {expected} bytes, not {found}")]
    WrongLength {
        /// The size in the encoding.
        size: u64,
        /// Bytes that this size takes.
        expected: usize,
        /// How many bytes there are.
        found: usize,
    },
}

impl Frontier {
    /// The empty tree.
    pub fn new() -> Self {
        Self::default()
    }

    /// The tree of the first `size` leaves of a greater one. Fill `tiles` by
    /// [`tiles_for_frontier`](crate::tiles_for_frontier) before.
    pub fn from_tiles(size: u64, tiles: &Tiles) -> Result<Self, MakeProofError> {
        let roots = tiles.roots(0..size)?;
        Ok(Self { size, roots })
    }

    /// Number of leaves.
    pub const fn size(&self) -> u64 {
        self.size
    }

    /// The root of the tree; the hash of nothing if it is empty.
    pub fn root(&self) -> Hash {
        let mut subtrees = self.roots.iter().rev();
        subtrees.next().map_or_else(
            || Sha256::digest([]).into(),
            |last| subtrees.fold(*last, |right, left| node_hash(left, &right)),
        )
    }

    /// Appends one leaf hash at the position [`Self::size`].
    pub fn append(&mut self, leaf: Hash) {
        self.append_noting(leaf, |_| {});
    }

    /// Appends one leaf hash and hands out the [`TileHash`]es that it completed, lowest level first: none for most
    /// leaves, one for every 256th, two for every 65,536th. Whoever stores them as they come can make every proof with
    /// [`Tiles`](crate::Tiles), and never has to read old leaves to append.
    pub fn append_noting(&mut self, leaf: Hash, mut completed: impl FnMut(TileHash)) {
        let mut hash = leaf;
        let mut height = 0_u8;
        // Each trailing 1 of the size is a perfect subtree that the new one joins.
        while self.size >> height & 1 == 1 {
            let left = self.roots.pop().expect("one root for each 1 of the size");
            hash = node_hash(&left, &hash);
            height += 1;
            if height.is_multiple_of(TILE_HEIGHT) {
                completed(TileHash {
                    level: height / TILE_HEIGHT,
                    index: self.size >> height,
                    hash,
                });
            }
        }
        self.roots.push(hash);
        self.size += 1;
    }

    /// The encoding: the size in 8 bytes, big-endian, then the roots of the perfect subtrees, the largest first, 32
    /// bytes each.
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = Vec::with_capacity(SIZE_BYTES + self.roots.len() * HASH_BYTES);
        bytes.extend_from_slice(&self.size.to_be_bytes());
        bytes.extend(self.roots.iter().flatten());
        bytes
    }

    /// Reads [`Self::to_bytes`]. That the hashes are true is not seen from the bytes: compare [`Self::root`] with the
    /// newest checkpoint.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, FrontierBytesError> {
        let found = bytes.len();
        let (size, hashes) = bytes
            .split_first_chunk::<SIZE_BYTES>()
            .ok_or(FrontierBytesError::NoSize { found })?;
        let size = u64::from_be_bytes(*size);
        if i64::try_from(size).is_err() {
            return Err(FrontierBytesError::TooLarge { size });
        }
        let (roots, rest) = hashes.as_chunks::<HASH_BYTES>();
        if roots.len() != size.count_ones() as usize || !rest.is_empty() {
            return Err(FrontierBytesError::WrongLength {
                size,
                expected: SIZE_BYTES + size.count_ones() as usize * HASH_BYTES,
                found,
            });
        }
        Ok(Self {
            size,
            roots: roots.to_vec(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::merkle::{leaf_hash, root_of};

    fn leaves(count: usize) -> Vec<Hash> {
        (0..count)
            .map(|leaf| leaf_hash(&leaf.to_be_bytes()))
            .collect()
    }

    #[test]
    fn the_root_is_that_of_all_leaves_at_every_size() {
        let leaves = leaves(300);
        let mut frontier = Frontier::new();
        for size in 0..=leaves.len() {
            assert_eq!(frontier.size(), size as u64);
            assert_eq!(frontier.root(), root_of(&leaves[..size]), "{size}");
            if let Some(leaf) = leaves.get(size) {
                frontier.append(*leaf);
            }
        }
    }

    #[test]
    fn it_goes_on_after_being_stored() {
        let leaves = leaves(300);
        let mut frontier = Frontier::new();
        for leaf in &leaves {
            frontier = Frontier::from_bytes(&frontier.to_bytes()).unwrap();
            frontier.append(*leaf);
        }
        assert_eq!(frontier.root(), root_of(&leaves));
    }

    #[test]
    fn other_lengths_are_refused() {
        let mut frontier = Frontier::new();
        for leaf in leaves(77) {
            frontier.append(leaf);
            let bytes = frontier.to_bytes();
            let mut longer = bytes.clone();
            longer.push(0);
            assert!(Frontier::from_bytes(&longer).is_err());
            longer.extend([0; 31]);
            assert!(Frontier::from_bytes(&longer).is_err());
            for length in 0..bytes.len() {
                assert!(Frontier::from_bytes(&bytes[..length]).is_err());
            }
        }
        assert_eq!(
            Frontier::from_bytes(&[0; 7]),
            Err(FrontierBytesError::NoSize { found: 7 })
        );
        let size = 1 << 63;
        assert_eq!(
            Frontier::from_bytes(&[&u64::to_be_bytes(size)[..], &[0; 32]].concat()),
            Err(FrontierBytesError::TooLarge { size })
        );
    }

    #[test]
    fn every_256th_leaf_completes_a_hash_to_store() {
        let leaves = leaves(65_536 + 300);
        let mut frontier = Frontier::new();
        let mut stored = Vec::new();
        for leaf in &leaves {
            frontier.append_noting(*leaf, |hash| stored.push(hash));
        }
        let (upper, lower): (Vec<TileHash>, Vec<TileHash>) =
            stored.into_iter().partition(|hash| hash.level > 1);
        assert_eq!(lower.len(), 257);
        for (index, (stored, leaves)) in lower.iter().zip(leaves.chunks(256)).enumerate() {
            assert_eq!((stored.level, stored.index), (1, index as u64));
            assert_eq!(stored.hash, root_of(leaves));
        }
        let hash = root_of(&leaves[..65_536]);
        assert_eq!(
            upper,
            [TileHash {
                level: 2,
                index: 0,
                hash
            }]
        );
    }
}
