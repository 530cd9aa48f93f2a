//! What was done about backups, out of the installation's own log.

use domain::{Instant, access::act, ids::TenantId};

use crate::{
    Failure,
    access::{Permit, as_system},
    audit,
    desk::{Change, Desk, FieldChange},
    keys,
};

/// When something was last done.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct LastBackups {
    /// A backup was made.
    pub created_at: Option<Instant>,
    /// A backup was restored for trial and found in order.
    pub verified_at: Option<Instant>,
    /// The installation itself was restored.
    pub restored_at: Option<Instant>,
}

/// When the installation last made, verified and restored a backup.
pub async fn last(desk: &Desk, _permit: &Permit<act::SeeLog>) -> Result<LastBackups, Failure> {
    let platform: Permit<act::KeepBackups> = as_system(TenantId::PLATFORM, "protection")?;
    let mut tx = desk.read(&platform).await?;
    Ok(LastBackups {
        created_at: audit::last_of(&mut tx, "backup.created").await?,
        verified_at: audit::last_of(&mut tx, "backup.verified").await?,
        restored_at: audit::last_of(&mut tx, "backup.restored").await?,
    })
}

/// How many backups the installation has made since then.
pub(crate) async fn count_since(
    desk: &Desk,
    _permit: &Permit<act::SeeLog>,
    since: Instant,
) -> Result<u64, Failure> {
    let platform: Permit<act::KeepBackups> = as_system(TenantId::PLATFORM, "protection")?;
    let mut tx = desk.read(&platform).await?;
    audit::count_of(&mut tx, "backup.created", since).await
}

/// Notes that a backup was restored for trial and found in order.
pub async fn note_verified(
    desk: &Desk,
    permit: &Permit<act::KeepBackups>,
    rows: u64,
) -> Result<(), Failure> {
    note(desk, permit, "backup.verified", rows).await
}

pub(super) async fn note(
    desk: &Desk,
    permit: &Permit<act::KeepBackups>,
    action: &'static str,
    rows: u64,
) -> Result<(), Failure> {
    let mut tx = desk.open(permit).await?;
    let tenant = tx.tenant();
    let key = keys::own(&mut tx).await?;
    let change = Change::new(action, tenant, tenant.uuid(), &key).with(vec![FieldChange::new(
        "rows",
        "",
        rows.to_string(),
    )]);
    tx.commit(change).await
}
