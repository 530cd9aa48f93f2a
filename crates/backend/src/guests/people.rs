//! SQL of the people whom guests are.

use domain::ids::PersonId;
use uuid::Uuid;

use crate::{Failure, desk::TenantTx, store::on_engine};

/// The person with this address, if the tenant knows one.
pub(crate) async fn person_by_email(
    tx: &mut TenantTx,
    email_index: &[u8],
) -> Result<Option<PersonId>, Failure> {
    let tenant = tx.t();
    let id: Option<Uuid> = on_engine!(&mut tx.connection, |c| {
        sqlx::query_scalar("SELECT id FROM people WHERE tenant_id = $1 AND email_index = $2")
            .bind(tenant)
            .bind(email_index)
            .fetch_optional(c)
            .await
    })?;
    Ok(id.map(PersonId::from_uuid))
}

/// Adds a person; false when the tenant knows one with this address.
pub(crate) async fn add_person(
    tx: &mut TenantTx,
    id: PersonId,
    email_index: Option<&[u8]>,
) -> Result<bool, Failure> {
    let (tenant, now) = (tx.t(), tx.now().0);
    let added = on_engine!(&mut tx.connection, |c| {
        sqlx::query(
            "INSERT INTO people (tenant_id, id, email_index, made_at) VALUES ($1, $2, $3, $4) \
             ON CONFLICT (tenant_id, email_index) DO NOTHING",
        )
        .bind(tenant)
        .bind(id.uuid())
        .bind(email_index)
        .bind(now)
        .execute(c)
        .await
        .map(|done| done.rows_affected())
    })?;
    Ok(added == 1)
}

/// Removes a person who is no guest any more; false when the person still is.
pub(crate) async fn remove_person_if_unused(
    tx: &mut TenantTx,
    person: PersonId,
) -> Result<bool, Failure> {
    let tenant = tx.t();
    let removed = on_engine!(&mut tx.connection, |c| {
        sqlx::query(
            "DELETE FROM people WHERE tenant_id = $1 AND id = $2 AND NOT EXISTS \
             (SELECT 1 FROM guests WHERE tenant_id = $1 AND person_id = $2)",
        )
        .bind(tenant)
        .bind(person.uuid())
        .execute(c)
        .await
        .map(|done| done.rows_affected())
    })?;
    Ok(removed == 1)
}
