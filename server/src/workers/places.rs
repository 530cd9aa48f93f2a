//! Offering free places to those who wait.

use std::{sync::Arc, time::Duration};

use backend::{
    desk::Desk,
    registrations::{Moved, move_up},
    workshops::{Filled, fill},
};
use tokio::sync::watch;

/// Waiting lists are looked through at least this often.
const PAUSE: Duration = Duration::from_secs(30);

/// Offers free places when the bell rings and every while, until `stop` turns true.
pub async fn offer_places(desk: Arc<Desk>, mut stop: watch::Receiver<bool>) {
    while !*stop.borrow() {
        if let Err(error) = round(&desk).await {
            tracing::error!(
                error = &error as &dyn std::error::Error,
                "the waiting lists stand still"
            );
        }
        tokio::select! {
            () = desk.places_bell.notified() => {}
            () = tokio::time::sleep(PAUSE) => {}
            _ = stop.changed() => {}
        }
    }
}

/// Goes round all tenants once. One whose keys cannot be had holds up nobody else.
async fn round(desk: &Desk) -> Result<(), backend::Failure> {
    for tenant in desk.tenants().await? {
        match move_up(desk, tenant).await {
            Ok(moved) if moved == Moved::default() => {}
            Ok(moved) => tracing::info!(
                offered = moved.offered,
                lapsed = moved.lapsed,
                "waiting lists moved up"
            ),
            Err(error) => tracing::error!(
                %tenant,
                error = &error as &dyn std::error::Error,
                "the waiting lists of a tenant stand still"
            ),
        }
        match fill(desk, tenant).await {
            Ok(filled) if filled == Filled::default() => {}
            Ok(filled) => tracing::info!(
                given = filled.given,
                told = filled.told,
                "workshops moved up"
            ),
            Err(error) => tracing::error!(
                %tenant,
                error = &error as &dyn std::error::Error,
                "the workshops of a tenant stand still"
            ),
        }
    }
    Ok(())
}
