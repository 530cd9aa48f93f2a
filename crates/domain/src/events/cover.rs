//! The picture on top of an event's page.

use serde::{Deserialize, Serialize};

use crate::{Bilingual, Instant};

/// What is known of the picture; the picture itself is kept apart.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cover {
    /// What can be seen, for whoever cannot see it; empty for a mere ornament.
    pub alt: Bilingual,
    /// When it was brought; another picture has another time.
    pub since: Instant,
    /// Width and height of the large version, in pixels.
    pub size: [u32; 2],
}

impl Cover {
    /// The longest description, in characters.
    pub const ALT_LENGTH_MAX: usize = 300;
}
