//! The permit.

use std::marker::PhantomData;

use domain::ids::GuestId;

use super::{Origin, Who};
use crate::Failure;

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

    /// Refuses whoever is not the holder of this guest's link; [`Failure::NotFound`] then.
    pub(crate) fn must_be_of(&self, guest: GuestId) -> Result<(), Failure> {
        if self.who == Who::Participant(self.who.tenant(), guest) {
            Ok(())
        } else {
            Err(Failure::NotFound)
        }
    }
}
