//! SQL of covers.

use domain::ids::EventId;

use crate::{
    Failure,
    desk::TenantTx,
    store::{execute, value},
};

/// The sealed picture of an event.
pub(super) async fn load(tx: &mut TenantTx, event: EventId) -> Result<Option<Vec<u8>>, Failure> {
    Ok(value!(
        tx,
        "SELECT sealed FROM covers WHERE tenant_id = $1 AND event_id = $2",
        event.uuid()
    )?)
}

/// Writes the picture of an event in place of another.
pub(super) async fn put(tx: &mut TenantTx, event: EventId, sealed: Vec<u8>) -> Result<(), Failure> {
    execute!(
        tx,
        "INSERT INTO covers (tenant_id, event_id, sealed) VALUES ($1, $2, $3) \
         ON CONFLICT (tenant_id, event_id) DO UPDATE SET sealed = excluded.sealed",
        event.uuid(),
        sealed
    )?;
    Ok(())
}

/// Removes the picture of an event.
pub(super) async fn remove(tx: &mut TenantTx, event: EventId) -> Result<(), Failure> {
    execute!(
        tx,
        "DELETE FROM covers WHERE tenant_id = $1 AND event_id = $2",
        event.uuid()
    )?;
    Ok(())
}
