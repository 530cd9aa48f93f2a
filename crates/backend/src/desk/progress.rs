//! How far long work is, for who watches it.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, MutexGuard},
};

use tokio::sync::watch;
use uuid::Uuid;

/// Done and total steps.
pub type Steps = (u32, u32);

/// How far long work in this process is. Figures only; whether it is done is in the database.
#[derive(Debug, Clone, Default)]
pub struct Progress(Arc<Mutex<HashMap<Uuid, watch::Sender<Steps>>>>);

impl Progress {
    /// Says that work of `total` steps begins. It is watched until the answer is dropped, however the work ends.
    pub fn begin(&self, work: Uuid, total: u32) -> Running {
        self.lock().insert(work, watch::Sender::new((0, total)));
        Running {
            progress: self.clone(),
            work,
            total,
        }
    }

    /// Done and total steps of work that is running here.
    pub fn of(&self, work: Uuid) -> Option<Steps> {
        self.lock().get(&work).map(|steps| *steps.borrow())
    }

    /// Likewise, to be followed; what was said last can be read after the end.
    pub fn watch(&self, work: Uuid) -> Option<watch::Receiver<Steps>> {
        self.lock().get(&work).map(watch::Sender::subscribe)
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<Uuid, watch::Sender<Steps>>> {
        self.0
            .lock()
            .expect("no thread panics while it holds these figures")
    }
}

/// Work that is going on.
#[derive(Debug)]
pub struct Running {
    progress: Progress,
    work: Uuid,
    total: u32,
}

impl Running {
    /// Says that so many steps are done.
    pub fn done(&self, done: u32) {
        if let Some(steps) = self.progress.lock().get(&self.work) {
            steps.send_replace((done, self.total));
        }
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        self.progress.lock().remove(&self.work);
    }
}
