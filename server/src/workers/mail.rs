//! Delivering mails.

use std::{sync::Arc, time::Duration};

use backend::{
    desk::Desk,
    mails::{Smtp, deliver_due, is_due},
};
use domain::ids::TenantId;
use tokio::sync::watch;

/// The outbox is looked through at least this often.
const PAUSE: Duration = Duration::from_secs(10);

/// Delivers mails; ends after the mail at hand when `stop` turns true.
pub async fn deliver(desk: Arc<Desk>, smtp: Smtp, mut stop: watch::Receiver<bool>) {
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
        match deliver_in(desk, tenant, smtp).await {
            Ok(delivered) => busy |= delivered > 0,
            // One tenant's keys or rows hold up nobody else.
            Err(error) => tracing::error!(
                %tenant,
                error = &error as &dyn std::error::Error,
                "mails of a tenant wait"
            ),
        }
    }
    Ok(busy)
}

/// Delivers what is due in one tenant; returns how many mails are done with.
async fn deliver_in(desk: &Desk, tenant: TenantId, smtp: &Smtp) -> Result<u32, backend::Failure> {
    if !is_due(desk, tenant).await? {
        return Ok(0);
    }
    let delivered = deliver_due(desk, tenant, smtp).await?;
    tracing::info!(
        sent = delivered.sent,
        later = delivered.later,
        failed = delivered.failed,
        "mails"
    );
    Ok(delivered.sent + delivered.failed)
}
