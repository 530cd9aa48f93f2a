//! The tree as it grows and as it is stored.

mod frontier;
mod ranges;
mod tiles;

pub use frontier::{Frontier, FrontierBytesError};
pub use ranges::OutOfRange;
pub(crate) use ranges::{consistency_ranges, inclusion_ranges};
pub use tiles::{
    MakeProofError, TILE_WIDTH, Tile, TileHash, TileWidthError, Tiles, tiles_for_consistency,
    tiles_for_frontier, tiles_for_inclusion,
};
