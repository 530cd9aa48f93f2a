//! Work that is done again and again.

use std::{future::Future, time::Duration};

use tokio::sync::watch;

/// Does a round at once and then after each pause, until `stop` turns true.
pub(super) async fn every<R: Future<Output = ()>>(
    pause: Duration,
    mut stop: watch::Receiver<bool>,
    mut round: impl FnMut() -> R,
) {
    while !*stop.borrow() {
        round().await;
        tokio::select! {
            () = tokio::time::sleep(pause) => {}
            _ = stop.changed() => {}
        }
    }
}
