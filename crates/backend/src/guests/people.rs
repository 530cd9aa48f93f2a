//! SQL of the people whom guests are.

use domain::ids::PersonId;
use uuid::Uuid;

use crate::{
    Failure,
    desk::TenantTx,
    store::{execute, value},
};

/// The person with this address, if the tenant knows one.
pub(crate) async fn person_by_email(
    tx: &mut TenantTx,
    email_index: &[u8],
) -> Result<Option<PersonId>, Failure> {
    let id: Option<Uuid> = value!(
        tx,
        "SELECT id FROM people WHERE tenant_id = $1 AND email_index = $2",
        email_index
    )?;
    Ok(id.map(PersonId::from_uuid))
}

/// Adds a person; false when the tenant knows one with this address.
pub(crate) async fn add_person(
    tx: &mut TenantTx,
    id: PersonId,
    email_index: Option<&[u8]>,
) -> Result<bool, Failure> {
    let now = tx.now().0;
    let added = execute!(
        tx,
        "INSERT INTO people (tenant_id, id, email_index, made_at) VALUES ($1, $2, $3, $4) \
         ON CONFLICT (tenant_id, email_index) DO NOTHING",
        id.uuid(),
        email_index,
        now
    )?;
    Ok(added == 1)
}

/// Removes a person who is no guest any more; false when the person still is.
pub(crate) async fn remove_person_if_unused(
    tx: &mut TenantTx,
    person: PersonId,
) -> Result<bool, Failure> {
    let removed = execute!(
        tx,
        "DELETE FROM people WHERE tenant_id = $1 AND id = $2 AND NOT EXISTS \
         (SELECT 1 FROM guests WHERE tenant_id = $1 AND person_id = $2)",
        person.uuid()
    )?;
    Ok(removed == 1)
}
