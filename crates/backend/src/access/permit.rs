//! The permit.

use std::marker::PhantomData;

use super::{Origin, Who};

/// The proof that somebody may do `A` within one tenant. Only [`super::authorise`] makes one.
pub struct Permit<A> {
    pub(crate) who: Who,
    pub(crate) origin: Origin,
    action: PhantomData<A>,
}

impl<A> Clone for Permit<A> {
    fn clone(&self) -> Self {
        Self::new(self.who, self.origin.clone())
    }
}

impl<A> Permit<A> {
    pub(super) const fn new(who: Who, origin: Origin) -> Self {
        Self {
            who,
            origin,
            action: PhantomData,
        }
    }

    /// Who holds it.
    pub const fn who(&self) -> Who {
        self.who
    }
}
