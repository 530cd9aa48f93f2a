//! Where the keys of tenants come from: wrapped root keys out of the database, opened by the key provider.

use std::{
    collections::HashMap,
    sync::{Arc, RwLock},
    time::Duration,
};

use domain::{Instant, ids::TenantId};
use vault::{
    Environment, KeyCache, KeyProvider, ProviderDescription, ProviderError, StreamKey,
    TenantKeySet, TenantKeys,
};

use crate::{
    Failure,
    keys::roots::{self, RootKey},
    store::{Connection, Store},
};

/// Keys of a tenant are asked for anew after this time …
const KEYS_SOFT_TTL: Duration = Duration::from_mins(15);
/// … and used up to this time while the provider cannot be reached.
const KEYS_HARD_TTL: Duration = Duration::from_hours(4);
/// The list of a tenant's root keys is read anew after this time, so that every process soon forgets one that is gone.
/// Nothing depends on it being new: who meets a key under an unknown root key reads at once.
const ROOTS_MS: u64 = 60_000;

/// Root keys as they are stored, and when they were read.
#[derive(Clone)]
struct Known {
    roots: Arc<[RootKey]>,
    read_at: Instant,
}

/// Root keys as known, and the keys derived from them in memory.
pub(crate) struct KeySource {
    environment: Environment,
    cache: KeyCache,
    known: RwLock<HashMap<TenantId, Known>>,
}

impl KeySource {
    pub(super) fn new(provider: Arc<dyn KeyProvider>, environment: Environment) -> Self {
        Self {
            environment,
            cache: KeyCache::new(provider, environment, KEYS_SOFT_TTL, KEYS_HARD_TTL),
            known: RwLock::default(),
        }
    }

    /// The environment that is bound into the keys.
    pub(super) const fn environment(&self) -> Environment {
        self.environment
    }

    /// The keys of a tenant.
    pub(super) async fn of(
        &self,
        store: &Store,
        tenant: TenantId,
        now: Instant,
    ) -> Result<TenantKeySet, Failure> {
        let known = self.known(tenant);
        if let Some(known) = &known
            && known.read_at.0.abs_diff(now.0) < ROOTS_MS
        {
            return self.open(tenant, &known.roots, now).await;
        }
        let mut connection = store.begin_reading().await?;
        let found = roots::read(&mut connection, tenant).await?;
        drop(connection);
        match (self.learn(tenant, found, now).await, known) {
            // A root key that came just before an outage: what was known goes on.
            (Err(Failure::Keys(error)), Some(known)) if error.is_unavailable() => {
                self.open(tenant, &known.roots, now).await
            }
            (result, _) => result,
        }
    }

    /// The keys of a tenant, with its root keys as they are now for this transaction.
    pub(crate) async fn read_anew(
        &self,
        connection: &mut Connection,
        tenant: TenantId,
        now: Instant,
    ) -> Result<TenantKeySet, Failure> {
        let found = roots::read(connection, tenant).await?;
        self.learn(tenant, found, now).await
    }

    /// A wrapped first root key for a new tenant.
    pub(crate) async fn make_first(&self, tenant: TenantId) -> Result<Vec<u8>, Failure> {
        Ok(self
            .cache
            .make_tenant_root(tenant.bytes(), roots::FIRST)
            .await?)
    }

    /// The wrapped root key that is to follow this one. The provider has opened it once before anybody relies on it.
    pub(crate) async fn make_next(
        &self,
        current: &TenantKeys,
        now: Instant,
    ) -> Result<Vec<u8>, Failure> {
        let wrapped = self.cache.make_next_root(current, &roots::INDEXED).await?;
        let version = current.version() + 1;
        self.cache
            .tenant_keys(current.tenant(), version, &wrapped, now.0)
            .await?;
        Ok(wrapped)
    }

    /// A new key for one stream, such as a backup.
    pub(crate) async fn make_stream_key(
        &self,
        purpose: &'static str,
    ) -> Result<StreamKey, ProviderError> {
        self.cache.make_stream_key(purpose).await
    }

    /// The key of a stream out of its wrapped form.
    pub(crate) async fn open_stream_key(
        &self,
        purpose: &'static str,
        wrapped: &[u8],
    ) -> Result<StreamKey, ProviderError> {
        self.cache.open_stream_key(purpose, wrapped).await
    }

    /// Whether the provider answered when it was last asked.
    pub(super) fn provider_answers(&self) -> bool {
        self.cache.provider_answers()
    }

    /// Which provider, for people to read.
    pub(crate) fn provider(&self) -> ProviderDescription {
        self.cache.describe_provider()
    }

    fn known(&self, tenant: TenantId) -> Option<Known> {
        self.known
            .read()
            .expect("no thread panics while it holds the roots")
            .get(&tenant)
            .cloned()
    }

    /// Takes over what was read once it opens, and forgets the keys of root keys that are gone.
    async fn learn(
        &self,
        tenant: TenantId,
        found: Vec<RootKey>,
        now: Instant,
    ) -> Result<TenantKeySet, Failure> {
        let keys = self.open(tenant, &found, now).await?;
        let versions: Vec<u32> = found.iter().map(|root| root.version).collect();
        self.cache.keep_only(tenant.bytes(), &versions);
        let known = Known {
            roots: found.into(),
            read_at: now,
        };
        self.known
            .write()
            .expect("no thread panics while it holds the roots")
            .insert(tenant, known);
        Ok(keys)
    }

    async fn open(
        &self,
        tenant: TenantId,
        roots: &[RootKey],
        now: Instant,
    ) -> Result<TenantKeySet, Failure> {
        let mut keys = Vec::with_capacity(roots.len());
        for root in roots {
            let of_root = self
                .cache
                .tenant_keys(tenant.bytes(), root.version, &root.wrapped, now.0)
                .await?;
            keys.push(of_root);
        }
        TenantKeySet::new(keys).ok_or(Failure::NotFound)
    }
}
