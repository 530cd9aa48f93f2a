//! SQL of invitations.

use domain::ids::{EventId, MailingId};

use crate::{Failure, desk::TenantTx, store::on_engine};

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
    let tenant = tx.t();
    Ok(on_engine!(&mut tx.connection, |c| {
        sqlx::query_as("SELECT sealed, changed_at, tested_at FROM mailings WHERE tenant_id = $1 AND event_id = $2")
            .bind(tenant)
            .bind(event.uuid())
            .fetch_optional(c)
            .await
    })?)
}

/// Sets the text; a changed text counts as untested.
pub(crate) async fn set(
    tx: &mut TenantTx,
    id: MailingId,
    event: EventId,
    sealed: Vec<u8>,
) -> Result<(), Failure> {
    let (tenant, now) = (tx.t(), tx.now().0);
    on_engine!(&mut tx.connection, |c| {
        sqlx::query(
            "INSERT INTO mailings (tenant_id, id, event_id, sealed, changed_at) VALUES ($1, $2, $3, $4, $5) \
             ON CONFLICT (tenant_id, event_id) DO UPDATE SET sealed = $4, changed_at = $5, tested_at = NULL",
        )
        .bind(tenant)
        .bind(id.uuid())
        .bind(event.uuid())
        .bind(sealed)
        .bind(now)
        .execute(c)
        .await
        .map(drop)
    })?;
    Ok(())
}

pub(crate) async fn set_tested(tx: &mut TenantTx, event: EventId) -> Result<(), Failure> {
    let (tenant, now) = (tx.t(), tx.now().0);
    on_engine!(&mut tx.connection, |c| {
        sqlx::query("UPDATE mailings SET tested_at = $3 WHERE tenant_id = $1 AND event_id = $2")
            .bind(tenant)
            .bind(event.uuid())
            .bind(now)
            .execute(c)
            .await
            .map(drop)
    })?;
    Ok(())
}
