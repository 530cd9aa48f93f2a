//! Tags as the browser may know them.

use serde::{Deserialize, Serialize};

/// A tag with how many have it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TagView {
    /// Its id.
    pub id: String,
    /// What it is called.
    pub name: String,
    /// Guests who have it.
    pub guests: u32,
}
