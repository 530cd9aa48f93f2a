//! SQL of the key ring.

use uuid::Uuid;
use vault::PersonKey;

use crate::{Failure, desk::TenantTx, store::on_engine};

/// Makes and stores a key for a new subject.
pub async fn make(tx: &mut TenantTx, subject: Uuid) -> Result<PersonKey, Failure> {
    let (key, wrapped) = tx.keys.make_person_key(*subject.as_bytes());
    let (tenant, now) = (tx.t(), tx.now().0);
    on_engine!(&mut tx.connection, |c| {
        sqlx::query(
            "INSERT INTO keys (tenant_id, subject_id, wrapped, made_at) VALUES ($1, $2, $3, $4)",
        )
        .bind(tenant)
        .bind(subject)
        .bind(wrapped.as_bytes())
        .bind(now)
        .execute(c)
        .await
        .map(drop)
    })?;
    Ok(key)
}

/// The key of a subject; [`Failure::NotFound`] when it was destroyed.
pub async fn of(tx: &mut TenantTx, subject: Uuid) -> Result<PersonKey, Failure> {
    let tenant = tx.t();
    let wrapped: Option<Vec<u8>> = on_engine!(&mut tx.connection, |c| {
        sqlx::query_scalar("SELECT wrapped FROM keys WHERE tenant_id = $1 AND subject_id = $2")
            .bind(tenant)
            .bind(subject)
            .fetch_optional(c)
            .await
    })?;
    unwrap(tx, subject, &wrapped.ok_or(Failure::NotFound)?)
}

/// Unwraps a key that was read together with its row.
pub fn unwrap(tx: &TenantTx, subject: Uuid, wrapped: &[u8]) -> Result<PersonKey, Failure> {
    Ok(tx.keys.unwrap_person_key(*subject.as_bytes(), wrapped)?)
}

/// Destroys a key: what was sealed under it is noise from now on.
pub async fn destroy(tx: &mut TenantTx, subject: Uuid) -> Result<(), Failure> {
    let tenant = tx.t();
    on_engine!(&mut tx.connection, |c| {
        sqlx::query("DELETE FROM keys WHERE tenant_id = $1 AND subject_id = $2")
            .bind(tenant)
            .bind(subject)
            .execute(c)
            .await
            .map(drop)
    })?;
    Ok(())
}
