//! Proving the log: each entry gets a place in the tenant's Merkle tree, signed checkpoints cover the tree, and whoever
//! doubts can check all of it without the database.

mod export;
mod list;
mod prove;
mod sequence;
mod signer;
mod sql;

pub use export::{ExportError, export};
pub use list::{LogFilter, LogLine, LogPage, PAGE_LENGTH, list};
pub use prove::{Consistency, Inclusion, head, prove_consistency, prove_inclusion};
pub use sequence::{Sequenced, is_waiting, sequence};
pub use signer::LogHead;
