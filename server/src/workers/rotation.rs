//! Going on with changes of root keys.

use std::{sync::Arc, time::Duration};

use backend::{desk::Desk, keys};
use tokio::sync::watch;

/// Unfinished rotations are looked after this often.
const PAUSE: Duration = Duration::from_hours(1);

/// Goes on with rotations of root keys whose process ended, at the start and then every hour, until `stop` turns true.
pub async fn rotate(desk: Arc<Desk>, mut stop: watch::Receiver<bool>) {
    while !*stop.borrow() {
        tokio::select! {
            () = go_on_rotating(&desk) => {}
            _ = stop.changed() => return,
        }
        tokio::select! {
            () = tokio::time::sleep(PAUSE) => {}
            _ = stop.changed() => {}
        }
    }
}

/// One round; a tenant whose rotation fails does not hold up the others.
async fn go_on_rotating(desk: &Desk) {
    let tenants = desk.tenants().await.unwrap_or_else(|error| {
        tracing::error!(error = &error as &dyn std::error::Error, "no rotation");
        Vec::new()
    });
    for tenant in tenants {
        match keys::go_on(desk, tenant).await {
            Ok(None) => {}
            Ok(Some(done)) => tracing::info!(
                %tenant,
                version = done.version,
                keys = done.rewrapped,
                "a rotation of the root key came to its end"
            ),
            Err(error) => tracing::error!(
                %tenant,
                error = &error as &dyn std::error::Error,
                "a rotation of the root key is unfinished"
            ),
        }
    }
}
