//! Proof: what an entry of the log is, how it is hashed, how many entries become one signed root, and how somebody who
//! trusts neither the server nor its database checks all of it.
//!
//! ```text
//! [`Entry`] ── canonical bytes ── [`leaf_hash`] ──► [`Frontier`] ── root ──► [`Checkpoint`] ── [`Signer`] ──► note
//!                                    │  └── rows to store ([`TileHash`])
//!                                    └─ [`Tiles`] ──► [`inclusion`], [`consistency`] ──► [`verify_inclusion`], …
//! export: header, checkpoints, entries ([`export::Writer`]) ──► [`export::verify`] with what was kept outside
//! ```
//!
//! Knows no event and no database, has no clock and no randomness, so that a reader's browser can run the same code as
//! the server.

mod checkpoint;
mod entry;
pub mod erasure;
pub mod export;
mod merkle;
mod note;
mod proof;
mod report;
mod tree;

pub use checkpoint::{Checkpoint, CheckpointError};
pub use entry::{ActorKind, Entry, UnknownActorKind};
pub use merkle::{Hash, leaf_hash, root_of};
pub use note::{
    KeyNameError, NoteError, SIGNATURES_MAX, Signer, Verifier, VerifierKeyError, open_note,
    sign_note,
};
pub use proof::{
    ConsistencyError, InclusionError, consistency, inclusion, verify_consistency, verify_inclusion,
};
pub use report::{SignedReport, SignedReportError};
pub use tree::{
    Frontier, FrontierBytesError, MakeProofError, OutOfRange, TILE_WIDTH, Tile, TileHash,
    TileWidthError, Tiles, tiles_for_consistency, tiles_for_frontier, tiles_for_inclusion,
};
