//! The indexes for searching, one for each tenant that somebody searches in, in memory only.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex as SyncMutex, MutexGuard},
};

use domain::{Instant, ids::TenantId};
use search::Index;
use tokio::sync::Mutex;

/// An index that nobody used for this time is wiped.
const IDLE_MS: i64 = 15 * Instant::MINUTE_MS;
/// Memory for all indexes; beyond it the ones that were used longest ago are wiped.
const BYTES_MAX: usize = 1024 * 1024 * 1024;

/// The index of one tenant.
#[derive(Debug, Default)]
pub(crate) struct Finder {
    pub(crate) index: Index,
    /// Changes below this number are in the index; none before the first look.
    pub(crate) horizon: Option<i64>,
}

struct Held {
    finder: Arc<Mutex<Finder>>,
    used_at: Instant,
}

/// All indexes of this process. They hold names in the clear; nothing of them is ever written anywhere.
#[derive(Default)]
pub(crate) struct Finders(SyncMutex<HashMap<TenantId, Held>>);

impl Finders {
    /// The index of a tenant, empty if it is new.
    pub(crate) fn of(&self, tenant: TenantId, now: Instant) -> Arc<Mutex<Finder>> {
        let mut held = self.lock();
        let entry = held.entry(tenant).or_insert_with(|| Held {
            finder: Arc::default(),
            used_at: now,
        });
        entry.used_at = now;
        entry.finder.clone()
    }

    /// Tenants whose names are in memory.
    pub(crate) fn tenants(&self) -> Vec<TenantId> {
        self.lock().keys().copied().collect()
    }

    /// The index of a tenant, if there is one; does not count as use.
    pub(crate) fn held(&self, tenant: TenantId) -> Option<Arc<Mutex<Finder>>> {
        self.lock().get(&tenant).map(|held| held.finder.clone())
    }

    /// Wipes what was idle for long, and what is too much.
    pub(crate) fn wipe_idle(&self, now: Instant) {
        let mut held = self.lock();
        held.retain(|_, held| now.0 - held.used_at.0 < IDLE_MS);
        loop {
            let bytes: usize = held.values().map(bytes).sum();
            let oldest = held.iter().min_by_key(|(_, held)| held.used_at);
            match oldest.map(|(tenant, _)| *tenant) {
                Some(oldest) if bytes > BYTES_MAX => held.remove(&oldest),
                _ => return,
            };
        }
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<TenantId, Held>> {
        self.0
            .lock()
            .expect("no thread panics while it holds the list of indexes")
    }
}

/// Memory of an index; one that is at work right now is measured next time.
fn bytes(held: &Held) -> usize {
    held.finder
        .try_lock()
        .map_or(0, |finder| finder.index.memory_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    #[test]
    fn an_index_goes_when_nobody_uses_it() {
        let finders = Finders::default();
        let tenant = |number| TenantId::from_uuid(Uuid::from_u128(number));
        finders.of(tenant(1), Instant(0));
        finders.of(tenant(2), Instant(0));
        finders.of(tenant(2), Instant(IDLE_MS - 1));
        finders.wipe_idle(Instant(IDLE_MS - 1));
        assert_eq!(finders.tenants().len(), 2);
        finders.wipe_idle(Instant(IDLE_MS));
        assert_eq!(finders.tenants(), [tenant(2)]);
    }
}
