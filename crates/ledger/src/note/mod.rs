//! Signed text, in the format of C2SP signed-note with Ed25519 signatures.

mod signed;
mod signer;
mod verifier;

pub(crate) use signed::split;
pub use signed::{NoteError, SIGNATURES_MAX, open_note, sign_note};
pub use signer::Signer;
pub use verifier::{KeyNameError, Verifier, VerifierKeyError};
