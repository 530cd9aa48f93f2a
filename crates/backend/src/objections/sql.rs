//! SQL of objections. A person stands for the address: by the keyed hash that both tables hold.

use domain::{Instant, ids::PersonId, mailings::Mailing};

use crate::{
    Failure,
    desk::TenantTx,
    store::{execute, value},
};

/// Adds an objection; false when there is one.
pub(super) async fn add(tx: &mut TenantTx, person: PersonId) -> Result<bool, Failure> {
    let now = tx.now().0;
    let added = execute!(
        tx,
        "INSERT INTO objections (tenant_id, email_index, objected_at) \
         SELECT p.tenant_id, p.email_index, $3 FROM people p \
         WHERE p.tenant_id = $1 AND p.id = $2 AND p.email_index IS NOT NULL \
         ON CONFLICT (tenant_id, email_index) DO NOTHING",
        person.uuid(),
        now
    )?;
    Ok(added == 1)
}

/// Removes an objection; false when there is none.
pub(super) async fn remove(tx: &mut TenantTx, person: PersonId) -> Result<bool, Failure> {
    let removed = execute!(
        tx,
        "DELETE FROM objections WHERE tenant_id = $1 AND email_index = \
         (SELECT p.email_index FROM people p WHERE p.tenant_id = $1 AND p.id = $2)",
        person.uuid()
    )?;
    Ok(removed == 1)
}

/// Since when somebody objects.
pub(crate) async fn since(tx: &mut TenantTx, person: PersonId) -> Result<Option<Instant>, Failure> {
    let since: Option<i64> = value!(
        tx,
        "SELECT o.objected_at FROM objections o JOIN people p \
         ON p.tenant_id = o.tenant_id AND p.email_index = o.email_index \
         WHERE o.tenant_id = $1 AND p.id = $2",
        person.uuid()
    )?;
    Ok(since.map(Instant))
}

/// Takes back the mailings to an address that wait to be sent.
pub(super) async fn take_back_waiting(tx: &mut TenantTx, person: PersonId) -> Result<(), Failure> {
    for mailing in Mailing::ALL {
        execute!(
            tx,
            "DELETE FROM mails WHERE tenant_id = $1 AND kind = $3 \
             AND sent_at IS NULL AND failed_at IS NULL AND uncertain_at IS NULL AND guest_id IN \
             (SELECT g.id FROM guests g JOIN people p ON p.tenant_id = g.tenant_id AND p.id = g.person_id \
             WHERE g.tenant_id = $1 AND p.email_index = \
             (SELECT own.email_index FROM people own WHERE own.tenant_id = $1 AND own.id = $2))",
            person.uuid(),
            mailing.kind().code()
        )?;
    }
    Ok(())
}
