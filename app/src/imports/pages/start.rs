//! Starting the work of an import.

use backend::access::Permit;
use domain::{
    access::act,
    ids::{EventId, ImportId},
};

use crate::page::Ctx;

/// Starts the work; its progress can be asked for from now on. A failure is logged and leaves the list as it was
/// uploaded, to be confirmed again.
pub(crate) fn start(
    ctx: &Ctx,
    permit: Permit<act::EditGuests>,
    event: EventId,
    import: ImportId,
    total: u32,
) {
    let desk = ctx.desk.clone();
    let running = desk.progress.begin(import.uuid(), total);
    tokio::spawn(async move {
        let _until_the_end = running;
        if let Err(error) = backend::imports::confirm(&desk, &permit, event, import).await {
            tracing::error!(error = &error as &dyn std::error::Error, "an import failed");
        }
    });
}
