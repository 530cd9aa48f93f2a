//! SQL of invitations.

use domain::ids::{EventId, MailingId};

use crate::{
    Failure,
    desk::TenantTx,
    store::{execute, row},
};

#[derive(sqlx::FromRow)]
pub(crate) struct LetterRow {
    pub(crate) sealed: Vec<u8>,
    pub(crate) changed_at: i64,
    pub(crate) tested_at: Option<i64>,
}

pub(crate) async fn of_event(
    tx: &mut TenantTx,
    event: EventId,
) -> Result<Option<LetterRow>, Failure> {
    Ok(row!(
        tx,
        "SELECT sealed, changed_at, tested_at FROM mailings WHERE tenant_id = $1 AND event_id = $2",
        event.uuid()
    )?)
}

/// Sets the text; a changed text counts as untested.
pub(crate) async fn set(
    tx: &mut TenantTx,
    id: MailingId,
    event: EventId,
    sealed: Vec<u8>,
) -> Result<(), Failure> {
    let now = tx.now().0;
    execute!(
        tx,
        "INSERT INTO mailings (tenant_id, id, event_id, sealed, changed_at) VALUES ($1, $2, $3, $4, $5) \
         ON CONFLICT (tenant_id, event_id) DO UPDATE SET sealed = $4, changed_at = $5, tested_at = NULL",
        id.uuid(),
        event.uuid(),
        sealed,
        now
    )?;
    Ok(())
}

pub(crate) async fn set_tested(tx: &mut TenantTx, event: EventId) -> Result<(), Failure> {
    let now = tx.now().0;
    execute!(
        tx,
        "UPDATE mailings SET tested_at = $3 WHERE tenant_id = $1 AND event_id = $2",
        event.uuid(),
        now
    )?;
    Ok(())
}
