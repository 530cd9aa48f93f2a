//! SQL of the log as a tree.

mod entries;
mod tree;

pub(super) use entries::{FullRow, entries_from, entry, has_news, page};
pub(crate) use entries::{count_of, last_of};
pub(super) use tree::{
    HeadRow, add_checkpoint, add_hash, add_head, began_at, checkpoints, hashes, head,
    head_for_change, is_waiting, newest_checkpoint, number, place_waiting, set_frontier, standing,
};
pub(crate) use tree::{last_signed, leaves};
