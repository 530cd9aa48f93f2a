//! Opening transactions.

use std::{
    collections::HashMap,
    sync::{Arc, RwLock},
    time::Duration,
};

use domain::{Instant, ids::TenantId};
use tokio::sync::Notify;
use vault::{Environment, KeyCache, KeyProvider, TenantKeys};

use super::{Progress, TenantTx};
use crate::{
    Failure,
    access::Permit,
    clock::Clock,
    store::{Connection, Store, on_engine},
    tenants,
};

/// Keys of a tenant are asked for anew after this time …
const KEYS_SOFT_TTL: Duration = Duration::from_mins(15);
/// … and used up to this time while the provider cannot be reached.
const KEYS_HARD_TTL: Duration = Duration::from_hours(4);

/// What every use case needs besides the permit.
pub struct DeskSettings {
    /// Development, test or production; bound into every key.
    pub environment: Environment,
    /// Scheme, host and port of links in mails, without a slash at the end.
    pub base_url: String,
}

/// Version and wrapped form of a tenant's root key.
type Root = Arc<(u32, Vec<u8>)>;

/// The desk: database, keys and clock.
pub struct Desk {
    pub(crate) store: Store,
    pub(crate) keys: KeyCache,
    clock: Arc<dyn Clock>,
    settings: DeskSettings,
    roots: RwLock<HashMap<TenantId, Root>>,
    /// Rings when a mail was queued.
    pub mail_bell: Notify,
    /// How far running imports are.
    pub progress: Progress,
}

impl Desk {
    /// A desk over an open and migrated database.
    pub fn new(
        store: Store,
        provider: Arc<dyn KeyProvider>,
        clock: Arc<dyn Clock>,
        settings: DeskSettings,
    ) -> Self {
        let keys = KeyCache::new(provider, settings.environment, KEYS_SOFT_TTL, KEYS_HARD_TTL);
        Self {
            store,
            keys,
            clock,
            settings,
            roots: RwLock::default(),
            mail_bell: Notify::new(),
            progress: Progress::default(),
        }
    }

    /// The time now.
    pub fn now(&self) -> Instant {
        self.clock.now()
    }

    /// See [`DeskSettings`].
    pub const fn settings(&self) -> &DeskSettings {
        &self.settings
    }

    /// The database, for health checks.
    pub const fn store(&self) -> &Store {
        &self.store
    }

    /// Opens a transaction that can change the tenant's data; it commits with an entry in the log or not at all.
    pub async fn open<A>(&self, permit: &Permit<A>) -> Result<TenantTx, Failure> {
        let keys = self.tenant_keys(permit.who.tenant()).await?;
        let connection = self.store.begin().await?;
        self.within(permit, connection, keys).await
    }

    /// Opens a transaction that can only read.
    pub async fn read<A>(&self, permit: &Permit<A>) -> Result<TenantTx, Failure> {
        let keys = self.tenant_keys(permit.who.tenant()).await?;
        let connection = self.store.begin_reading().await?;
        self.within(permit, connection, keys).await
    }

    async fn within<A>(
        &self,
        permit: &Permit<A>,
        mut connection: Connection,
        keys: Arc<TenantKeys>,
    ) -> Result<TenantTx, Failure> {
        let tenant = permit.who.tenant();
        if let Connection::Postgres(transaction) = &mut connection {
            sqlx::query("SELECT set_config('app.tenant_id', $1, true)")
                .bind(tenant.uuid().to_string())
                .execute(&mut **transaction)
                .await?;
        }
        Ok(TenantTx::new(
            connection,
            keys,
            permit.who,
            permit.origin.clone(),
            self.now(),
        ))
    }

    pub(crate) async fn tenant_keys(&self, tenant: TenantId) -> Result<Arc<TenantKeys>, Failure> {
        let root = self.root(tenant).await?;
        Ok(self
            .keys
            .tenant_keys(tenant.bytes(), root.0, &root.1, self.now().0)
            .await?)
    }

    async fn root(&self, tenant: TenantId) -> Result<Root, Failure> {
        let known = self
            .roots
            .read()
            .expect("no thread panics while it holds the roots")
            .get(&tenant)
            .cloned();
        if let Some(root) = known {
            return Ok(root);
        }
        let mut connection = self.store.begin_reading().await?;
        let root = Arc::new(tenants::sql::root(&mut connection, tenant).await?);
        self.roots
            .write()
            .expect("no thread panics while it holds the roots")
            .insert(tenant, root.clone());
        Ok(root)
    }

    /// Every tenant; the workers go round them one by one.
    pub async fn tenants(&self) -> Result<Vec<TenantId>, Failure> {
        let mut connection = self.store.begin_reading().await?;
        let ids: Vec<uuid::Uuid> = on_engine!(&mut connection, |c| sqlx::query_scalar(
            "SELECT id FROM tenants"
        )
        .fetch_all(c)
        .await)?;
        Ok(ids.into_iter().map(TenantId::from_uuid).collect())
    }
}

impl Desk {
    /// Whether the keys of a tenant can be had now.
    pub async fn keys_are_there(&self, tenant: TenantId) -> bool {
        self.tenant_keys(tenant).await.is_ok()
    }
}
