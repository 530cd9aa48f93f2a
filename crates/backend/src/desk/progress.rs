//! How far long work is, for who watches it.

use std::{collections::HashMap, sync::Mutex};

use uuid::Uuid;

/// How far long work in this process is. Figures only; whether it is done is in the database.
#[derive(Debug, Default)]
pub struct Progress(Mutex<HashMap<Uuid, (u32, u32)>>);

impl Progress {
    /// Notes that `done` of `total` steps are done.
    pub fn note(&self, work: Uuid, done: u32, total: u32) {
        self.lock().insert(work, (done, total));
    }

    /// Done and total steps of work that is running here.
    pub fn of(&self, work: Uuid) -> Option<(u32, u32)> {
        self.lock().get(&work).copied()
    }

    /// Forgets finished work.
    pub fn forget(&self, work: Uuid) {
        self.lock().remove(&work);
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, HashMap<Uuid, (u32, u32)>> {
        self.0
            .lock()
            .expect("no thread panics while it holds these figures")
    }
}
