//! Work for which nobody waits, so that the time it takes tells nothing.

use std::{future::Future, sync::LazyLock};

use backend::Failure;
use std::sync::Arc;
use tokio::sync::Semaphore;

/// So much is done at a time; whoever asks for more waits, whoever it is.
static PLACES: LazyLock<Arc<Semaphore>> = LazyLock::new(|| Arc::new(Semaphore::new(32)));

/// Does something behind the answer. What fails is logged, with `what` it was.
pub(crate) async fn in_background(
    what: &'static str,
    work: impl Future<Output = Result<(), Failure>> + Send + 'static,
) {
    let place = PLACES.clone().acquire_owned().await;
    tokio::spawn(async move {
        let _place = place;
        if let Err(failure) = work.await {
            tracing::error!(error = &failure as &dyn std::error::Error, what, "not done");
        }
    });
}
