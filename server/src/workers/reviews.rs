//! Asking for access reviews.

use std::{sync::Arc, time::Duration};

use backend::{desk::Desk, team};
use tokio::sync::watch;

use super::rounds::every;

/// Whether one is due is looked up this often.
const PAUSE: Duration = Duration::from_hours(1);

/// Asks the owners of every tenant for a review once it is due, at the start and then every hour, until `stop` turns true.
pub async fn ask_for_reviews(desk: Arc<Desk>, stop: watch::Receiver<bool>) {
    every(PAUSE, stop, || async {
        if let Err(error) = ask(&desk).await {
            let error = &error as &dyn std::error::Error;
            tracing::error!(error, "reviews could not be asked for");
        }
    })
    .await;
}

/// One round through all tenants. One that fails does not hold up the others; its failure is returned at the end.
async fn ask(desk: &Desk) -> Result<(), backend::Failure> {
    let mut failed = None;
    for tenant in desk.tenants().await? {
        if let Err(failure) = team::remind(desk, tenant).await {
            failed = Some(failure);
        }
    }
    failed.map_or(Ok(()), Err)
}
