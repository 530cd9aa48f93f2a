//! Workers beside the requests.

use std::{sync::Arc, time::Duration};

use backend::{
    desk::Desk,
    mails::{Smtp, deliver_due, is_due},
};
use tokio::{sync::watch, task::JoinHandle};

/// The outbox is looked through at least this often.
const PAUSE: Duration = Duration::from_secs(10);

/// Starts the mail worker; it ends after the mail at hand when `stop` turns true.
pub fn start_mail(desk: Arc<Desk>, smtp: Smtp, mut stop: watch::Receiver<bool>) -> JoinHandle<()> {
    tokio::spawn(async move {
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
    })
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
