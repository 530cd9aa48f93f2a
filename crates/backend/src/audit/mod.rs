//! Proving the log: each entry gets a place in the tenant's Merkle tree, signed checkpoints cover the tree, and whoever
//! doubts can check all of it without the database.

mod check;
mod export;
mod list;
mod mail_state;
mod note_denial;
mod part;
mod prove;
mod sequence;
mod signer;
mod sql;
mod standing;

pub(crate) use check::check;
pub use export::{ExportError, export, note_export};
pub use list::{LogFilter, LogLine, LogPage, PAGE_LENGTH, list};
pub use mail_state::mail_state;
pub use note_denial::note_denial;
pub use part::{LogPart, part};
pub use prove::{Consistency, Inclusion, head, prove_consistency, prove_inclusion};
pub(crate) use prove::{head_of, inclusion_of};
pub use sequence::{Sequenced, sequence};
pub use signer::LogHead;
pub(crate) use signer::signer_of;
pub(crate) use sql::{count_of, last_of, last_signed};
pub use standing::{Standing, standing};
