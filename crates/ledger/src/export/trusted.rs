//! What the reader of a file knows from elsewhere.

use crate::{Checkpoint, Verifier};

/// What is known independently of the file, and what it is held against. The more of it, the more is proven: see the
/// [module](super).
#[derive(Debug, Clone, Default)]
pub struct Trusted {
    pub(super) key: Option<Verifier>,
    pub(super) anchors: Vec<Checkpoint>,
}

impl Trusted {
    /// Nothing: the file vouches only for itself.
    pub fn nothing() -> Self {
        Self::default()
    }

    /// Demands that the file's checkpoints are signed by this key. If it signs for several tenants, compare the header in
    /// the report with the tenant that was asked for; an anchor does so by its origin.
    #[must_use]
    pub fn with_key(mut self, key: Verifier) -> Self {
        self.key = Some(key);
        self
    }

    /// Demands that the file agrees with a checkpoint that was kept outside. [`Checkpoint::open`] makes one of a kept
    /// note; the key may be an older one than the file's, if it was changed since.
    #[must_use]
    pub fn with_anchor(mut self, anchor: Checkpoint) -> Self {
        self.anchors.push(anchor);
        self
    }
}
