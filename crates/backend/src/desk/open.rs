//! Opening transactions.

use std::sync::{Arc, OnceLock};

use domain::{Instant, ids::TenantId, passwords::PasswordProfile};
use tokio::sync::Notify;
use vault::{Environment, KeyProvider, TenantKeySet};

use super::{
    Progress, TenantTx, finders::Finders, key_source::KeySource, known::KnownAddresses,
    seen::SeenEvents,
};
use crate::{
    Failure,
    access::Permit,
    accounts::BreachedPasswords,
    clock::Clock,
    mails::MailWay,
    sign_on::Web,
    store::{Connection, Store, on_engine},
};

/// What every use case needs besides the permit.
pub struct DeskSettings {
    /// Development, test or production; bound into every key.
    pub environment: Environment,
    /// Scheme, host and port of links in mails, without a slash at the end.
    pub base_url: String,
    /// The rule that new passwords keep.
    pub passwords: PasswordProfile,
    /// Passwords that were found in breaches, if the operator keeps a list.
    pub breached: Option<BreachedPasswords>,
    /// Whether every team has to sign in with a second factor.
    pub factor_required: bool,
    /// How mails leave.
    pub mail: MailWay,
}

/// The desk: database, keys and clock.
pub struct Desk {
    pub(crate) store: Store,
    pub(crate) keys: Arc<KeySource>,
    clock: Arc<dyn Clock>,
    settings: DeskSettings,
    pub(crate) addresses: KnownAddresses,
    pub(crate) finders: Finders,
    pub(crate) seen: SeenEvents,
    pub(crate) web: OnceLock<Web>,
    /// Rings when a mail was queued.
    pub mail_bell: Notify,
    /// Rings when there may be places for those who wait.
    pub places_bell: Notify,
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
        Self {
            store,
            keys: Arc::new(KeySource::new(provider, settings.environment)),
            clock,
            settings,
            addresses: KnownAddresses::default(),
            finders: Finders::default(),
            seen: SeenEvents::default(),
            web: OnceLock::new(),
            mail_bell: Notify::new(),
            places_bell: Notify::new(),
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

    /// Likewise, where all statements are to see the same moment.
    pub async fn read_at_once<A>(&self, permit: &Permit<A>) -> Result<TenantTx, Failure> {
        let keys = self.tenant_keys(permit.who.tenant()).await?;
        let connection = self.store.begin_snapshot().await?;
        self.within(permit, connection, keys).await
    }

    /// Likewise, for a look at few rows that need not be of the same moment.
    pub async fn glance<A>(&self, permit: &Permit<A>) -> Result<TenantTx, Failure> {
        let keys = self.tenant_keys(permit.who.tenant()).await?;
        let connection = self.store.glance().await?;
        self.within(permit, connection, keys).await
    }

    async fn within<A>(
        &self,
        permit: &Permit<A>,
        mut connection: Connection,
        keys: TenantKeySet,
    ) -> Result<TenantTx, Failure> {
        connection.name_tenant(permit.who.tenant().uuid()).await?;
        Ok(TenantTx::new(
            connection,
            keys,
            self.keys.clone(),
            permit.who,
            permit.origin.clone(),
            self.now(),
        ))
    }

    /// Goes on with a transaction within another tenant, whose root keys are in it.
    pub(crate) async fn go_on<A>(
        &self,
        permit: &Permit<A>,
        mut connection: Connection,
    ) -> Result<TenantTx, Failure> {
        let tenant = permit.who.tenant();
        let keys = self
            .keys
            .read_anew(&mut connection, tenant, self.now())
            .await?;
        self.within(permit, connection, keys).await
    }

    pub(crate) async fn tenant_keys(&self, tenant: TenantId) -> Result<TenantKeySet, Failure> {
        self.keys.of(&self.store, tenant, self.now()).await
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
    /// Whether the key provider answered when it was last asked. While it does not, known keys go on for a while.
    pub fn provider_answers(&self) -> bool {
        self.keys.provider_answers()
    }

    /// Opens the keys of a tenant, to learn why they do not.
    pub async fn check_keys(&self, tenant: TenantId) -> Result<(), Failure> {
        self.tenant_keys(tenant).await.map(drop)
    }

    /// Whether the keys of a tenant can be had now.
    pub async fn keys_are_there(&self, tenant: TenantId) -> bool {
        self.tenant_keys(tenant).await.is_ok()
    }
}
