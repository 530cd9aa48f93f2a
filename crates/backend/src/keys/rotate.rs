//! Changing a tenant's root key while everybody goes on working.
//!
//! 1. [`begin`] stores the next root key. From now on new keys are wrapped under it, and keys under both open.
//! 2. [`rewrap_some`] wraps old keys anew, batch after batch.
//! 3. [`finish`] destroys the old root key once nothing is wrapped under it.
//!
//! Each step is one transaction, so a process may die between any two of them: whoever goes on begins where it ended.

use domain::{access::act, ids::TenantId};
use uuid::Uuid;

use super::{
    ring,
    roots::number,
    sql::{self, Rewrapped},
};
use crate::{
    Failure,
    access::{Permit, as_system},
    desk::{Change, Desk, FieldChange},
};

/// Why a rotation did not come to its end.
#[derive(Debug, thiserror::Error)]
pub enum RotateError {
    /// Some keys open under no root key: damaged, or moved from elsewhere.
    #[error(
        "keys that do not open: {keys}; the old root key is kept for them, everything else is under the new one"
    )]
    Unreadable {
        /// How many.
        keys: u64,
    },
    /// Somebody else worked on some keys whenever they were looked at.
    #[error("some keys were in use all the time, so the old root key is still there; run it again")]
    InUse,
    /// Something else failed; what was done so far stays done.
    #[error(transparent)]
    Failure(#[from] Failure),
}

/// A rotation that came to its end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rotated {
    /// The version of the root key now.
    pub version: u32,
    /// Keys that this run wrapped anew.
    pub rewrapped: u64,
}

/// What one step did.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Batch {
    /// Keys wrapped anew.
    pub rewrapped: u64,
    /// Keys that do not open.
    pub unreadable: u64,
    /// The last key looked at; `None` when there was none left behind the one named.
    pub last: Option<Uuid>,
}

/// How often keys that were in use are looked at again.
const PASSES: u32 = 100;

/// Changes the root key of the permit's tenant, or goes on with a change that was begun.
pub async fn rotate(desk: &Desk, permit: &Permit<act::RotateKeys>) -> Result<Rotated, RotateError> {
    let version = begin(desk, permit).await?;
    let mut rewrapped = 0;
    for _ in 0..PASSES {
        let (mut after, mut unreadable) = (None, 0);
        loop {
            let batch = rewrap_some(desk, permit, after).await?;
            rewrapped += batch.rewrapped;
            unreadable += batch.unreadable;
            if batch.last.is_none() {
                break;
            }
            after = batch.last;
            tokio::task::yield_now().await;
        }
        if finish(desk, permit).await? {
            return Ok(Rotated { version, rewrapped });
        }
        if unreadable > 0 {
            return Err(RotateError::Unreadable { keys: unreadable });
        }
    }
    Err(RotateError::InUse)
}

/// Goes on with a rotation that was begun and not finished; `None` when there is none.
pub async fn go_on(desk: &Desk, tenant: TenantId) -> Result<Option<Rotated>, RotateError> {
    let permit: Permit<act::RotateKeys> = as_system(tenant, "rotation")?;
    let mut tx = desk.read(&permit).await?;
    let unfinished = sql::status(&mut tx).await?.len() > 1;
    drop(tx);
    if unfinished {
        rotate(desk, &permit).await.map(Some)
    } else {
        Ok(None)
    }
}

/// Stores the next root key, unless a rotation is under way already; returns the version of the newest.
pub async fn begin(desk: &Desk, permit: &Permit<act::RotateKeys>) -> Result<u32, Failure> {
    let mut tx = desk.read(permit).await?;
    tx.renew_keys().await?;
    let keys = tx.keys.clone();
    let roots = sql::status(&mut tx).await?;
    drop(tx);
    if roots.len() > 1 {
        // As the table has it: somebody else may have begun since the keys were read.
        let newest = roots.iter().map(|(version, ..)| *version).max();
        return number(newest.unwrap_or_default());
    }
    let wrapped = desk.keys.make_next(keys.newest(), desk.now()).await?;
    let (before, version) = (keys.version(), keys.version() + 1);
    let mut tx = desk.open(permit).await?;
    let key = ring::own(&mut tx).await?;
    let added = sql::add_next_root(&mut tx, version, &wrapped).await?;
    if added {
        let field = FieldChange::new("root-version", before.to_string(), version.to_string());
        let tenant = tx.tenant();
        let change = Change::new("keys.rotation_begun", tenant, tenant.uuid(), &key);
        tx.commit(change.with(vec![field])).await?;
    } else {
        // Somebody else began at the same time: theirs is the next root key.
        drop(tx);
    }
    let mut tx = desk.read(permit).await?;
    tx.renew_keys().await?;
    Ok(tx.keys.version())
}

/// Wraps a batch of keys anew, those of the subjects behind `after`.
pub async fn rewrap_some(
    desk: &Desk,
    permit: &Permit<act::RotateKeys>,
    after: Option<Uuid>,
) -> Result<Batch, Failure> {
    let mut tx = desk.open(permit).await?;
    let version = tx.keys.version();
    let limit = i64::try_from(sql::BATCH).expect("a batch is small");
    let found = sql::under_older(&mut tx, version, after, limit).await?;
    let mut batch = Batch {
        last: found.last().map(|(subject, _)| *subject),
        ..Batch::default()
    };
    let mut anew = Vec::with_capacity(found.len());
    for (subject, before) in found {
        match tx.keys.rewrap_person_key(*subject.as_bytes(), &before) {
            Ok(Some(after)) => anew.push(Rewrapped {
                subject,
                before,
                after: after.into_bytes(),
            }),
            Ok(None) | Err(_) => batch.unreadable += 1,
        }
    }
    batch.rewrapped = sql::replace(&mut tx, version, &anew).await?;
    tx.commit_wrapping().await?;
    Ok(batch)
}

/// Destroys the old root key; false while something is wrapped under it.
pub async fn finish(desk: &Desk, permit: &Permit<act::RotateKeys>) -> Result<bool, Failure> {
    let mut tx = desk.open(permit).await?;
    let version = tx.keys.version();
    let key = ring::own(&mut tx).await?;
    let destroyed = match sql::destroy_roots_before(&mut tx, version).await {
        Ok(destroyed) => destroyed,
        // Another transaction has just added a key under the old root key.
        Err(sqlx::Error::Database(error)) if error.is_foreign_key_violation() => return Ok(false),
        Err(error) => return Err(error.into()),
    };
    if destroyed == 0 {
        return Ok(sql::status(&mut tx).await?.len() == 1);
    }
    let tenant = tx.tenant();
    let field = FieldChange::new(
        "root-version",
        (version - 1).to_string(),
        version.to_string(),
    );
    let change = Change::new("keys.rotation_finished", tenant, tenant.uuid(), &key);
    tx.commit(change.with(vec![field])).await?;
    let mut tx = desk.read(permit).await?;
    tx.renew_keys().await?;
    Ok(true)
}
