//! SQL of the steps of an event's life.

use domain::{events::Step, ids::EventId};

use crate::{Failure, desk::TenantTx, store::execute};

/// Takes a step; false when somebody took it before.
pub(crate) async fn take_step(tx: &mut TenantTx, id: EventId, step: Step) -> Result<bool, Failure> {
    let now = tx.now().0;
    let sql = match step {
        Step::Publish => {
            "UPDATE events SET published_at = $3 WHERE tenant_id = $1 AND id = $2 AND published_at IS NULL"
        }
        Step::Close => {
            "UPDATE events SET closed_at = $3 WHERE tenant_id = $1 AND id = $2 AND closed_at IS NULL"
        }
        Step::Reopen => {
            "UPDATE events SET closed_at = NULL WHERE tenant_id = $1 AND id = $2 AND closed_at <= $3"
        }
        Step::Cancel => {
            "UPDATE events SET cancelled_at = $3 WHERE tenant_id = $1 AND id = $2 AND cancelled_at IS NULL"
        }
        Step::Archive => {
            "UPDATE events SET archived_at = $3 WHERE tenant_id = $1 AND id = $2 AND archived_at IS NULL"
        }
        Step::Unarchive => {
            "UPDATE events SET archived_at = NULL WHERE tenant_id = $1 AND id = $2 AND archived_at <= $3"
        }
    };
    Ok(execute!(tx, sql, id.uuid(), now)? == 1)
}
