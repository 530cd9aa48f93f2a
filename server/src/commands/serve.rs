//! Serving.

use std::{net::SocketAddr, sync::Arc, time::Duration};

use anyhow::Context;
use backend::{desk::Desk, mails::Smtp};
use tokio::{net::TcpListener, signal, sync::watch, task::JoinHandle};

use super::log;
use crate::{
    config::Config,
    http::{AppState, router},
    start, workers,
};

/// Requests that run at the end get this long.
const DRAIN: Duration = Duration::from_secs(25);

/// Serves until told to stop; then drains and ends.
pub(super) async fn serve(config: &Config) -> anyhow::Result<()> {
    let desk = start::open(config).await?;
    serve_desk(config, desk).await
}

/// Serves an open desk.
pub(super) async fn serve_desk(config: &Config, desk: Arc<Desk>) -> anyhow::Result<()> {
    let listener = TcpListener::bind(config.listen)
        .await
        .with_context(|| format!("EINLASS_LISTEN: {} is not free", config.listen))?;
    let (stop, stopping) = watch::channel(false);
    let mail = start_workers(config, &desk, &stopping)?;
    let app = router(AppState::new(config, desk.clone()))
        .into_make_service_with_connect_info::<SocketAddr>();
    log::complain(&format!("Einlass serves {}", config.base()));
    let mut drained = stopping.clone();
    let server = axum::serve(listener, app).with_graceful_shutdown(async move {
        let _ = drained.wait_for(|stop| *stop).await;
    });
    let server = tokio::spawn(server.into_future());
    asked_to_stop().await;
    stop.send_replace(true);
    if tokio::time::timeout(DRAIN, server).await.is_err() {
        tracing::warn!("some requests did not end in time");
    }
    if let Some(mail) = mail {
        let _ = tokio::time::timeout(DRAIN, mail).await;
    }
    desk.store().close().await;
    Ok(())
}

/// Runs only the workers until told to stop.
pub(super) async fn work(config: &Config) -> anyhow::Result<()> {
    let desk = start::open(config).await?;
    let (stop, stopping) = watch::channel(false);
    let mail = start_workers(config, &desk, &stopping)?
        .context("there is nothing to do without EINLASS_SMTP_URL")?;
    asked_to_stop().await;
    stop.send_replace(true);
    let _ = tokio::time::timeout(DRAIN, mail).await;
    desk.store().close().await;
    Ok(())
}

fn start_workers(
    config: &Config,
    desk: &Arc<Desk>,
    stopping: &watch::Receiver<bool>,
) -> anyhow::Result<Option<JoinHandle<()>>> {
    match &config.smtp_url {
        Some(url) if config.workers => {
            let smtp = Smtp::new(url, &config.mail_from)?;
            Ok(Some(workers::start_mail(
                desk.clone(),
                smtp,
                stopping.clone(),
            )))
        }
        _ => Ok(None),
    }
}

async fn asked_to_stop() {
    #[cfg(unix)]
    {
        use signal::unix::{SignalKind, signal};
        let mut terminated = signal(SignalKind::terminate()).expect("signals can be listened to");
        tokio::select! {
            _ = signal::ctrl_c() => {}
            _ = terminated.recv() => {}
        }
    }
    #[cfg(not(unix))]
    {
        let _ = signal::ctrl_c().await;
    }
}
