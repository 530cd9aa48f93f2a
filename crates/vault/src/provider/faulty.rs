use std::{
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicU64, Ordering},
    },
    time::Duration,
};

use async_trait::async_trait;
use tokio::sync::watch;

use crate::{GeneratedKey, Key32, KeyContext, KeyProvider, ProviderDescription, ProviderError};

/// A provider that fails on demand, for tests and rehearsals of an outage. Without orders it does
/// what the provider inside does.
pub struct Faulty {
    inner: Arc<dyn KeyProvider>,
    orders: Mutex<Orders>,
    held: watch::Sender<bool>,
    calls: AtomicU64,
}

#[derive(Clone, Default)]
struct Orders {
    error: Option<ProviderError>,
    delay: Duration,
}

impl Faulty {
    /// Wraps a provider, without any fault yet.
    pub fn new(inner: Arc<dyn KeyProvider>) -> Self {
        Self {
            inner,
            orders: Mutex::default(),
            held: watch::Sender::new(false),
            calls: AtomicU64::new(0),
        }
    }

    /// Every call from now on ends with this error.
    pub fn fail_with(&self, error: ProviderError) {
        self.change(|orders| orders.error = Some(error));
    }

    /// Every call from now on waits that long first.
    pub fn delay_by(&self, delay: Duration) {
        self.change(|orders| orders.delay = delay);
    }

    /// No more errors and delays.
    pub fn recover(&self) {
        self.change(|orders| *orders = Orders::default());
    }

    /// Calls do not end before [`release`](Self::release).
    pub fn hold(&self) {
        self.held.send_replace(true);
    }

    /// Lets the calls go on that [`hold`](Self::hold) stopped.
    pub fn release(&self) {
        self.held.send_replace(false);
    }

    /// How many calls have begun.
    pub fn calls(&self) -> u64 {
        self.calls.load(Ordering::SeqCst)
    }

    fn change(&self, change: impl FnOnce(&mut Orders)) {
        change(&mut self.orders.lock().unwrap_or_else(PoisonError::into_inner));
    }

    async fn obey(&self) -> Result<(), ProviderError> {
        self.calls.fetch_add(1, Ordering::SeqCst);
        let orders = self
            .orders
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .clone();
        if !orders.delay.is_zero() {
            tokio::time::sleep(orders.delay).await;
        }
        self.held
            .subscribe()
            .wait_for(|held| !held)
            .await
            .expect("the sender lives as long as this provider");
        orders.error.map_or(Ok(()), Err)
    }
}

#[async_trait]
impl KeyProvider for Faulty {
    async fn generate(&self, context: &KeyContext) -> Result<GeneratedKey, ProviderError> {
        self.obey().await?;
        self.inner.generate(context).await
    }

    async fn decrypt(&self, context: &KeyContext, wrapped: &[u8]) -> Result<Key32, ProviderError> {
        self.obey().await?;
        self.inner.decrypt(context, wrapped).await
    }

    fn describe(&self) -> ProviderDescription {
        self.inner.describe()
    }
}
