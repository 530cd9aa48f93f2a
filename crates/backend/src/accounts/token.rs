//! Secrets that a browser keeps for the server.

use crate::bearer::Bearer;

/// The secret of a session, or of somebody who is on the way to one: 256 random bits.
pub type Token = Bearer<32>;

/// Half of a stored hash: binds a sealed row to its token, as an id binds other rows.
pub(super) fn half(token_hash: &[u8]) -> [u8; 16] {
    token_hash.first_chunk().copied().unwrap_or_default()
}
