//! Short proofs about large trees: made where the tree is, checked anywhere.

mod consistency;
mod inclusion;

pub use consistency::{ConsistencyError, consistency, verify_consistency};
pub use inclusion::{InclusionError, inclusion, verify_inclusion};
