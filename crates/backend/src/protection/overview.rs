//! The overview.

use domain::{Instant, access::act};

use crate::{
    Failure,
    access::{Permit, as_system},
    audit,
    backups::{self, LastBackups},
    desk::Desk,
    erasures,
    keys::{self, KeysStatus},
};

/// How the log of a tenant stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LogState {
    /// Entries that the newest checkpoint covers.
    pub entries: u64,
    /// When it was signed; none before the first entry has its place.
    pub signed_at: Option<Instant>,
    /// Whether an entry has been waiting too long for its place.
    pub is_late: bool,
    /// The public key.
    pub verifier: String,
}

/// Figures and times; nothing about anybody.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Overview {
    /// Key provider and root keys.
    pub keys: KeysStatus,
    /// The log.
    pub log: LogState,
    /// People who were erased on request.
    pub erased: u64,
    /// The installation's backups.
    pub backups: LastBackups,
}

/// How the protection of the permit's tenant stands now.
pub async fn overview(desk: &Desk, permit: &Permit<act::SeeLog>) -> Result<Overview, Failure> {
    let see_keys: Permit<act::RotateKeys> = as_system(permit.who().tenant(), "protection")?;
    let mut tx = desk.read(permit).await?;
    let head = audit::head_of(&mut tx).await?;
    let signed_at = audit::last_signed(&mut tx).await?;
    let erased = erasures::sql::count(&mut tx).await?;
    drop(tx);
    let standing = audit::standing(desk, permit.who().tenant()).await?;
    Ok(Overview {
        keys: keys::status(desk, &see_keys).await?,
        log: LogState {
            entries: head.as_ref().map_or(0, |head| head.size),
            signed_at,
            is_late: standing.is_late(desk.now()),
            verifier: head.map_or_else(String::new, |head| head.verifier),
        },
        erased,
        backups: backups::last(desk, permit).await?,
    })
}
