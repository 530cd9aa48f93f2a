//! Workers beside the requests.

use std::{sync::Arc, time::Duration};

use backend::{
    desk::Desk,
    mails::{Smtp, deliver_due, is_due},
    retention,
};
use tokio::sync::watch;

/// Deletion is looked after this often.
const RETENTION_PAUSE: Duration = Duration::from_hours(1);
/// The outbox is looked through at least this often.
const PAUSE: Duration = Duration::from_secs(10);

/// Delivers mails; ends after the mail at hand when `stop` turns true.
pub async fn mail(desk: Arc<Desk>, smtp: Smtp, mut stop: watch::Receiver<bool>) {
    while !*stop.borrow() {
        match round(&desk, &smtp, &stop).await {
            Ok(true) => continue,
            Ok(false) => {}
            Err(error) => {
                tracing::error!(
                    error = &error as &dyn std::error::Error,
                    "the mail worker failed"
                );
            }
        }
        tokio::select! {
            () = desk.mail_bell.notified() => {}
            () = tokio::time::sleep(PAUSE) => {}
            _ = stop.changed() => {}
        }
    }
}

/// Deletes what has had its time, at the start and then every hour, until `stop` turns true.
pub async fn retention(desk: Arc<Desk>, mut stop: watch::Receiver<bool>) {
    while !*stop.borrow() {
        if let Err(error) = delete(&desk).await {
            tracing::error!(error = &error as &dyn std::error::Error, "deletion failed");
        }
        tokio::select! {
            () = tokio::time::sleep(RETENTION_PAUSE) => {}
            _ = stop.changed() => {}
        }
    }
}

/// One round of deletion through all tenants; returns how many guests went.
pub async fn delete(desk: &Desk) -> Result<u32, backend::Failure> {
    let mut guests = 0;
    for tenant in desk.tenants().await? {
        let deleted = retention::run(desk, tenant).await?;
        if deleted != retention::Deleted::default() {
            tracing::info!(
                guests = deleted.guests,
                uploads = deleted.uploads,
                "deleted on time"
            );
        }
        guests += deleted.guests;
    }
    Ok(guests)
}

/// Goes round all tenants once; true when there was something to do.
async fn round(
    desk: &Desk,
    smtp: &Smtp,
    stop: &watch::Receiver<bool>,
) -> Result<bool, backend::Failure> {
    let mut busy = false;
    for tenant in desk.tenants().await? {
        if *stop.borrow() {
            return Ok(false);
        }
        if is_due(desk, tenant).await? {
            let delivered = deliver_due(desk, tenant, smtp).await?;
            tracing::info!(
                sent = delivered.sent,
                later = delivered.later,
                failed = delivered.failed,
                "mails"
            );
            busy |= delivered.sent + delivered.failed > 0;
        }
    }
    Ok(busy)
}
