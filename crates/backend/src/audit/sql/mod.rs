//! SQL of the log as a tree.

mod entries;
mod tree;

pub(super) use entries::{FullRow, entries_from, entry, page};
pub(super) use tree::{
    HeadRow, add_checkpoint, add_hash, add_head, checkpoints, hashes, head, head_for_change,
    is_waiting, newest_checkpoint, number, place_waiting, set_frontier,
};
