//! Keeping names out of memory that do not belong there any more.

use std::{sync::Arc, time::Duration};

use backend::{desk::Desk, guests::forget_names};
use tokio::sync::watch;

use super::rounds::every;

/// Names of removed guests are in no process's memory after this time.
const PAUSE: Duration = Duration::from_secs(4);

/// Wipes names of removed guests and names that nobody looks for, until `stop` turns true.
pub async fn forget(desk: Arc<Desk>, stop: watch::Receiver<bool>) {
    every(PAUSE, stop, || async {
        if let Err(error) = forget_names(&desk).await {
            tracing::error!(
                error = &error as &dyn std::error::Error,
                "names in memory could not be looked through"
            );
        }
    })
    .await;
}
