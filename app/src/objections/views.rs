//! What is shown of an objection.

use serde::{Deserialize, Serialize};

/// Whether an address gets mailings.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ObjectionView {
    /// The organiser's name.
    pub organiser: String,
    /// Since when it gets none; empty if it does.
    pub since: String,
}
