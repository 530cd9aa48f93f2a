//! Serving.

use std::{net::SocketAddr, sync::Arc, time::Duration};

use anyhow::Context;
use backend::{desk::Desk, mails::Smtp};
use tokio::{net::TcpListener, signal, sync::watch, task::JoinSet};

use super::log;
use crate::{
    config::Config,
    erased::{self, ErasedList},
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
    let workers = if config.workers {
        start_workers(config, &desk, &stopping)?
    } else {
        JoinSet::new()
    };
    let mut running = workers;
    // Every process that serves has names in its memory, whether it runs the workers or not.
    running.spawn(workers::forget(desk.clone(), stopping.clone()));
    let app = router(AppState::new(config, desk.clone()))
        .into_make_service_with_connect_info::<SocketAddr>();
    log::complain(&format!("Einlass serves {}", config.base()));
    let mut drained = stopping.clone();
    let server = axum::serve(listener, app).with_graceful_shutdown(async move {
        let _ = drained.wait_for(|stop| *stop).await;
    });
    running.spawn(async move {
        if let Err(error) = server.await {
            tracing::error!(error = &error as &dyn std::error::Error, "the server ended");
        }
    });
    asked_to_stop().await;
    stop.send_replace(true);
    end(running, &desk).await;
    Ok(())
}

/// Runs only the workers until told to stop.
pub(super) async fn work(config: &Config) -> anyhow::Result<()> {
    let desk = start::open(config).await?;
    let (stop, stopping) = watch::channel(false);
    let running = start_workers(config, &desk, &stopping)?;
    asked_to_stop().await;
    stop.send_replace(true);
    end(running, &desk).await;
    Ok(())
}

/// Lets what runs come to its end, all at once, for a while.
async fn end(running: JoinSet<()>, desk: &Desk) {
    if tokio::time::timeout(DRAIN, running.join_all())
        .await
        .is_err()
    {
        tracing::warn!("something did not end in time");
    }
    desk.store().close().await;
}

/// Starts the workers: deletion, waiting lists, log and unfinished rotations always, mail where there is a mail server.
fn start_workers(
    config: &Config,
    desk: &Arc<Desk>,
    stopping: &watch::Receiver<bool>,
) -> anyhow::Result<JoinSet<()>> {
    let mut running = JoinSet::new();
    running.spawn(workers::ask_for_reviews(desk.clone(), stopping.clone()));
    running.spawn(workers::delete_on_time(desk.clone(), stopping.clone()));
    running.spawn(workers::offer_places(desk.clone(), stopping.clone()));
    running.spawn(workers::sequence(
        desk.clone(),
        workers::Checkpoints::of(config),
        ErasedList::open(erased::path(config))?,
        stopping.clone(),
    ));
    running.spawn(workers::rotate(desk.clone(), stopping.clone()));
    if let Some(url) = &config.smtp_url {
        let smtp = Smtp::new(url, &config.mail_from)?.only_to(config.recipients.clone());
        running.spawn(workers::deliver(desk.clone(), smtp, stopping.clone()));
    }
    Ok(running)
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
