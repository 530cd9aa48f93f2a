//! What one round of the waiting list does and meets.

use crate::Failure;

/// How many guests something was done to, and the first failure.
#[derive(Default)]
pub(super) struct Tally {
    pub(super) done: u32,
    pub(super) failed: Option<Failure>,
}

impl Tally {
    /// Counts what was done to a guest; true if something was. Who is gone meanwhile is no failure.
    pub(super) fn count(&mut self, done: Result<bool, Failure>) -> bool {
        match done {
            Ok(done) => {
                self.done += u32::from(done);
                done
            }
            Err(Failure::NotFound) => false,
            Err(failure) => {
                self.fail(failure);
                false
            }
        }
    }

    /// Keeps a failure and goes on.
    pub(super) fn fail(&mut self, failure: Failure) {
        self.failed.get_or_insert(failure);
    }
}
