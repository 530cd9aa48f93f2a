//! What is shown of an objection.

use serde::{Deserialize, Serialize};

/// Whether the address of a guest gets mailings.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ObjectionView {
    /// The organiser's name.
    pub organiser: String,
    /// Since when it gets none; empty if it does.
    pub since: String,
    /// Whether there is an address at all.
    pub has_address: bool,
}
