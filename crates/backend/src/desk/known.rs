//! Addresses that were asked for before.

use std::{collections::HashMap, sync::RwLock};

use domain::ids::{EventId, TenantId};

/// Addresses that are remembered at the same time.
const KEPT_MAX: usize = 10_000;

/// Public addresses and where they lead. An address never leads elsewhere, so what was found once stays true; what was
/// not found is not remembered.
#[derive(Debug, Default)]
pub(crate) struct KnownAddresses(RwLock<HashMap<String, (TenantId, EventId)>>);

impl KnownAddresses {
    pub(crate) fn get(&self, slug: &str) -> Option<(TenantId, EventId)> {
        self.0
            .read()
            .expect("no thread panics while it holds the addresses")
            .get(slug)
            .copied()
    }

    pub(crate) fn keep(&self, slug: &str, found: (TenantId, EventId)) {
        let mut kept = self
            .0
            .write()
            .expect("no thread panics while it holds the addresses");
        if kept.len() >= KEPT_MAX {
            kept.clear();
        }
        kept.insert(slug.to_owned(), found);
    }
}
