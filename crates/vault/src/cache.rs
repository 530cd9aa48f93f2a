use std::{
    collections::HashMap,
    sync::{
        Arc, Mutex, MutexGuard, PoisonError,
        atomic::{AtomicBool, Ordering},
    },
    time::Duration,
};

use crate::{
    Environment, KeyContext, KeyProvider, ProviderDescription, ProviderError, StreamKey,
    TenantKeys,
    flight::{Flights, Turn},
    tenant_root,
};

/// After an outage was seen, the provider is left alone for so long before it is asked again.
const PAUSE_MS: u64 = 5_000;

/// The tenants' keys in memory, so that the provider is asked once for each tenant and `soft_ttl`.
///
/// After `soft_ttl` the provider is asked again. If it is unavailable, the old keys go on until
/// `hard_ttl`; if it refuses, they are gone at once, and if the key is disabled, so are those of all
/// tenants. Instants are milliseconds since 1970 and come from the caller.
pub struct KeyCache {
    provider: Arc<dyn KeyProvider>,
    environment: Environment,
    soft_ms: u64,
    hard_ms: u64,
    held: Mutex<Held>,
    flights: Flights,
    /// How the last question to the provider ended.
    answers: AtomicBool,
}

#[derive(Default)]
struct Held {
    entries: HashMap<([u8; 16], u32), Entry>,
    /// Counts `forget` and evictions: a call that began before must not bring the keys back.
    evictions: HashMap<[u8; 16], u64>,
    /// Counts what threw out everything.
    evictions_of_all: u64,
}

struct Entry {
    keys: Arc<TenantKeys>,
    /// What they came from: other bytes in their place are another root key.
    wrapped: Vec<u8>,
    confirmed_ms: i64,
    paused_ms: Option<i64>,
}

/// A root key as it is stored.
#[derive(Clone, Copy)]
struct Root<'stored> {
    tenant: [u8; 16],
    version: u32,
    wrapped: &'stored [u8],
}

impl KeyCache {
    /// An empty cache. A `soft_ttl` above `hard_ttl` is cut to it.
    pub fn new(
        provider: Arc<dyn KeyProvider>,
        environment: Environment,
        soft_ttl: Duration,
        hard_ttl: Duration,
    ) -> Self {
        Self {
            provider,
            environment,
            soft_ms: milliseconds(soft_ttl.min(hard_ttl)),
            hard_ms: milliseconds(hard_ttl),
            held: Mutex::default(),
            flights: Flights::default(),
            answers: AtomicBool::new(true),
        }
    }

    /// The tenant's keys of that version, whose stored form is `wrapped` (made by
    /// [`make_tenant_root`](Self::make_tenant_root)).
    pub async fn tenant_keys(
        &self,
        tenant: [u8; 16],
        version: u32,
        wrapped: &[u8],
        now_ms: i64,
    ) -> Result<Arc<TenantKeys>, ProviderError> {
        let root = Root {
            tenant,
            version,
            wrapped,
        };
        if let Some(keys) = self.fresh(root, now_ms) {
            return Ok(keys);
        }
        let flight = self.flights.of(tenant);
        let turn = match (flight.try_take(), self.usable(root, now_ms)) {
            (Some(turn), _) => turn,
            // Somebody is asking already; nobody has to wait while the old keys are good.
            (None, Some(keys)) => return Ok(keys),
            (None, None) => flight.wait(version).await?,
        };
        if let Some(keys) = self.fresh(root, now_ms) {
            return Ok(keys);
        }
        self.ask(turn, root, now_ms).await
    }

    /// A new root key for a tenant, in the form to store. Nothing is cached.
    pub async fn make_tenant_root(
        &self,
        tenant: [u8; 16],
        version: u32,
    ) -> Result<Vec<u8>, ProviderError> {
        tenant_root::make(&*self.provider, &self.context(tenant, version)).await
    }

    /// A new key for one stream; see [`StreamKey::make`]. Nothing is cached.
    pub async fn make_stream_key(&self, purpose: &'static str) -> Result<StreamKey, ProviderError> {
        StreamKey::make(&*self.provider, self.environment, purpose).await
    }

    /// The key of a stream out of its wrapped form; see [`StreamKey::open`].
    pub async fn open_stream_key(
        &self,
        purpose: &'static str,
        wrapped: &[u8],
    ) -> Result<StreamKey, ProviderError> {
        StreamKey::open(&*self.provider, self.environment, purpose, wrapped).await
    }

    /// The root key that follows the one of these keys, in the form to store. It carries on what is derived for lookups;
    /// `columns` are all that have a blind index. Nothing is cached.
    pub async fn make_next_root(
        &self,
        current: &TenantKeys,
        columns: &[&str],
    ) -> Result<Vec<u8>, ProviderError> {
        let context = self.context(current.tenant(), current.version().saturating_add(1));
        tenant_root::make_next(&*self.provider, &context, current, columns).await
    }

    /// Whether the provider gave the key when it was last asked; true before the first time.
    pub fn provider_answers(&self) -> bool {
        self.answers.load(Ordering::Relaxed)
    }

    /// Which provider, for people to read.
    pub fn describe_provider(&self) -> ProviderDescription {
        self.provider.describe()
    }

    /// Drops the tenant's keys of other versions than these: their root keys are gone.
    pub fn keep_only(&self, tenant: [u8; 16], versions: &[u32]) {
        let mut held = self.lock();
        held.entries
            .retain(|(owner, version), _| *owner != tenant || versions.contains(version));
    }

    /// Drops all keys of the tenant; a call under way does not bring them back.
    pub fn forget(&self, tenant: [u8; 16]) {
        self.lock().evict(tenant);
    }

    async fn ask(
        &self,
        turn: Turn<'_>,
        root: Root<'_>,
        now_ms: i64,
    ) -> Result<Arc<TenantKeys>, ProviderError> {
        let Root {
            tenant,
            version,
            wrapped,
        } = root;
        let evictions_before = self.lock().evictions_of(tenant);
        let context = self.context(tenant, version);
        let outcome = tenant_root::open(&*self.provider, &context, wrapped).await;
        self.answers.store(outcome.is_ok(), Ordering::Relaxed);
        let result = match outcome {
            Ok(keys) => {
                let keys = Arc::new(keys);
                let mut held = self.lock();
                held.entries
                    .retain(|_, entry| entry.age_ms(now_ms) < self.hard_ms);
                if held.evictions_of(tenant) == evictions_before {
                    let entry = Entry {
                        keys: Arc::clone(&keys),
                        wrapped: wrapped.to_vec(),
                        confirmed_ms: now_ms,
                        paused_ms: None,
                    };
                    held.entries.insert((tenant, version), entry);
                }
                Ok(keys)
            }
            Err(error) if error.is_unavailable() => self.go_on(root, now_ms).ok_or(error),
            // The outermost key is everybody's.
            Err(error @ ProviderError::Disabled) => {
                self.lock().evict_all();
                Err(error)
            }
            Err(error) => {
                self.lock().evict(tenant);
                Err(error)
            }
        };
        turn.end(version, result.as_ref().map(|_| ()).map_err(Clone::clone));
        result
    }

    /// The old keys during an outage, and a pause before the provider is asked again.
    fn go_on(&self, root: Root<'_>, now_ms: i64) -> Option<Arc<TenantKeys>> {
        let mut held = self.lock();
        let place = (root.tenant, root.version);
        let entry = held.entries.get_mut(&place)?;
        if entry.wrapped != root.wrapped {
            return None;
        }
        if entry.age_ms(now_ms) >= self.hard_ms {
            held.entries.remove(&place);
            return None;
        }
        entry.paused_ms = Some(now_ms);
        tracing::warn!("the key provider is unavailable; known keys go on until the hard limit");
        Some(Arc::clone(&entry.keys))
    }

    /// The keys that need no question to the provider.
    fn fresh(&self, root: Root<'_>, now_ms: i64) -> Option<Arc<TenantKeys>> {
        self.find(root, |entry| {
            let age_ms = entry.age_ms(now_ms);
            let paused = entry
                .paused_ms
                .is_some_and(|at| at.abs_diff(now_ms) < PAUSE_MS);
            age_ms < self.soft_ms || (paused && age_ms < self.hard_ms)
        })
    }

    /// The keys that are good until the provider says something else.
    fn usable(&self, root: Root<'_>, now_ms: i64) -> Option<Arc<TenantKeys>> {
        self.find(root, |entry| entry.age_ms(now_ms) < self.hard_ms)
    }

    fn find(&self, root: Root<'_>, accept: impl FnOnce(&Entry) -> bool) -> Option<Arc<TenantKeys>> {
        let held = self.lock();
        held.entries
            .get(&(root.tenant, root.version))
            .filter(|entry| entry.wrapped == root.wrapped && accept(entry))
            .map(|entry| Arc::clone(&entry.keys))
    }

    const fn context(&self, tenant: [u8; 16], version: u32) -> KeyContext {
        KeyContext {
            environment: self.environment,
            tenant,
            purpose: tenant_root::PURPOSE,
            version,
        }
    }

    fn lock(&self) -> MutexGuard<'_, Held> {
        self.held.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Held {
    fn evict(&mut self, tenant: [u8; 16]) {
        self.entries.retain(|(owner, _), _| *owner != tenant);
        *self.evictions.entry(tenant).or_default() += 1;
    }

    fn evict_all(&mut self) {
        self.entries.clear();
        self.evictions_of_all += 1;
    }

    fn evictions_of(&self, tenant: [u8; 16]) -> (u64, u64) {
        let own = self.evictions.get(&tenant).copied().unwrap_or_default();
        (self.evictions_of_all, own)
    }
}

impl Entry {
    /// A clock that was set back makes keys older, not younger.
    const fn age_ms(&self, now_ms: i64) -> u64 {
        self.confirmed_ms.abs_diff(now_ms)
    }
}

fn milliseconds(duration: Duration) -> u64 {
    u64::try_from(duration.as_millis()).unwrap_or(u64::MAX)
}
