//! What one round of a worker does to guests and meets.

use crate::Failure;

/// How many guests something was done to, and the first failure.
#[derive(Default)]
pub(crate) struct Tally {
    pub(crate) done: u32,
    pub(crate) failed: Option<Failure>,
}

impl Tally {
    /// Counts what was done to a guest; true if something was. Who is gone meanwhile is no failure.
    pub(crate) fn count(&mut self, done: Result<bool, Failure>) -> bool {
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
    pub(crate) fn fail(&mut self, failure: Failure) {
        self.failed.get_or_insert(failure);
    }
}
