//! Proof: what an entry of the log is, how it is hashed, and how many entries become one root.
//!
//! Knows no event and no database, so that a reader's browser can run the same code as the server.

mod entry;
mod merkle;

pub use entry::{ActorKind, Entry, UnknownActorKind};
pub use merkle::{Hash, leaf_hash, root_of};
