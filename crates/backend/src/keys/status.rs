//! How the root keys stand.

use domain::{Instant, access::act, ids::TenantId};
use serde::Serialize;

use super::{roots::number, sql};
use crate::{Failure, access::Permit, desk::Desk};

/// How the root keys of one tenant stand. Figures only.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct KeysStatus {
    /// The tenant.
    pub tenant: TenantId,
    /// `aws-kms` or `local-key-file`.
    pub provider: &'static str,
    /// Its root keys, the oldest first.
    pub roots: Vec<RootStatus>,
}

/// One root key.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct RootStatus {
    /// Its version.
    pub version: u32,
    /// When it was made, in milliseconds since 1970.
    pub made_at: Instant,
    /// Whole days since then.
    pub age_days: i64,
    /// Keys of subjects that are wrapped under it.
    pub keys: u64,
}

impl KeysStatus {
    /// Whether a rotation was begun and not finished.
    pub fn is_unfinished(&self) -> bool {
        self.roots.len() > 1
    }
}

/// How the root keys of the permit's tenant stand.
pub async fn status(desk: &Desk, permit: &Permit<act::RotateKeys>) -> Result<KeysStatus, Failure> {
    let mut tx = desk.read(permit).await?;
    let mut roots = Vec::new();
    for (version, made_at, keys) in sql::status(&mut tx).await? {
        roots.push(RootStatus {
            version: number(version)?,
            made_at: Instant(made_at),
            age_days: (tx.now().0 - made_at) / Instant::DAY_MS,
            keys: u64::try_from(keys).map_err(|_| Failure::Damaged("keys"))?,
        });
    }
    Ok(KeysStatus {
        tenant: tx.tenant(),
        provider: desk.keys.provider().kind,
        roots,
    })
}
