//! Deleting on time.

use std::{sync::Arc, time::Duration};

use backend::{desk::Desk, retention};
use tokio::sync::watch;

use super::rounds::every;

/// Deletion is looked after this often.
const PAUSE: Duration = Duration::from_mins(5);

/// Deletes what has had its time, at the start and then every few minutes, until `stop` turns true.
pub async fn delete_on_time(desk: Arc<Desk>, stop: watch::Receiver<bool>) {
    every(PAUSE, stop, || async {
        if let Err(error) = delete(&desk).await {
            tracing::error!(error = &error as &dyn std::error::Error, "deletion failed");
        }
    })
    .await;
}

/// One round of deletion through all tenants; returns how many guests went. A tenant whose deletion fails does not hold
/// up the others; its failure is returned at the end.
pub async fn delete(desk: &Desk) -> Result<u32, backend::Failure> {
    let (mut guests, mut failed) = (0, None);
    for tenant in desk.tenants().await? {
        match retention::run(desk, tenant).await {
            Ok(deleted) => {
                if deleted != retention::Deleted::default() {
                    tracing::info!(
                        guests = deleted.guests,
                        lapsed = deleted.lapsed,
                        uploads = deleted.uploads,
                        "deleted on time"
                    );
                }
                guests += deleted.guests;
            }
            Err(failure) => failed = Some(failure),
        }
    }
    failed.map_or(Ok(guests), Err)
}
