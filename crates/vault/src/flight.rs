//! One call to the provider at a time for each tenant, and its outcome for all who waited for it.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, PoisonError},
};

use tokio::sync::{Mutex as AsyncMutex, MutexGuard as AsyncMutexGuard};

use crate::ProviderError;

/// The queue of one tenant.
#[derive(Default)]
pub(crate) struct Flight {
    turn: AsyncMutex<Option<Failure>>,
    /// Calls that have ended. Who finds another number than at arrival has waited for one.
    ended: std::sync::atomic::AtomicU64,
}

/// How the last call ended, if badly.
struct Failure {
    version: u32,
    error: ProviderError,
}

/// The right to call the provider.
pub(crate) struct Turn<'flight> {
    flight: &'flight Flight,
    last: AsyncMutexGuard<'flight, Option<Failure>>,
}

impl Flight {
    /// Waits for the turn; the error is that of the call waited for, so that a queue does not
    /// become a row of timeouts.
    pub(crate) async fn wait(&self, version: u32) -> Result<Turn<'_>, ProviderError> {
        let ended_before = self.ended();
        let last = self.turn.lock().await;
        match &*last {
            Some(failure) if failure.version == version && self.ended() != ended_before => {
                Err(failure.error.clone())
            }
            _ => Ok(Turn { flight: self, last }),
        }
    }

    /// The turn if nobody has it.
    pub(crate) fn try_take(&self) -> Option<Turn<'_>> {
        Some(Turn {
            flight: self,
            last: self.turn.try_lock().ok()?,
        })
    }

    fn ended(&self) -> u64 {
        self.ended.load(std::sync::atomic::Ordering::SeqCst)
    }
}

impl Turn<'_> {
    /// Gives the turn away, with the outcome of the call.
    pub(crate) fn end(mut self, version: u32, outcome: Result<(), ProviderError>) {
        *self.last = outcome.err().map(|error| Failure { version, error });
        self.flight
            .ended
            .fetch_add(1, std::sync::atomic::Ordering::SeqCst);
    }
}

/// The queues of all tenants.
#[derive(Default)]
pub(crate) struct Flights(Mutex<HashMap<[u8; 16], Arc<Flight>>>);

impl Flights {
    pub(crate) fn of(&self, tenant: [u8; 16]) -> Arc<Flight> {
        let mut flights = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        Arc::clone(flights.entry(tenant).or_default())
    }
}
