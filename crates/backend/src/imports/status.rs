//! Where an import stands.

use domain::{
    Instant,
    access::act,
    ids::{EventId, ImportId},
};

use super::sql;
use crate::{Failure, access::Permit, desk::Desk};

/// Where an import stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ImportState {
    /// Uploaded, to be looked at.
    Draft,
    /// Being taken over.
    Running {
        /// Guests so far.
        done: u32,
        /// Guests in all.
        total: u32,
    },
    /// Taken over.
    Done {
        /// Guests added.
        added: u32,
        /// When.
        at: Instant,
    },
    /// Taken back.
    Undone,
}

/// Where an import stands; [`Failure::NotFound`] for another tenant's as for none.
pub async fn status(
    desk: &Desk,
    permit: &Permit<act::EditGuests>,
    event: EventId,
    import: ImportId,
) -> Result<ImportState, Failure> {
    // Asked first: work that ends in between is then found as done, never as not begun.
    let running = desk.progress.of(import.uuid());
    let mut tx = desk.read(permit).await?;
    let row = sql::state(&mut tx, event, import)
        .await?
        .ok_or(Failure::NotFound)?;
    Ok(match (row.undone_at, row.confirmed_at, running) {
        (Some(_), _, _) => ImportState::Undone,
        (None, Some(at), _) => ImportState::Done {
            added: u32::try_from(row.added).unwrap_or(0),
            at: Instant(at),
        },
        (None, None, Some((done, total))) => ImportState::Running { done, total },
        (None, None, None) => ImportState::Draft,
    })
}
