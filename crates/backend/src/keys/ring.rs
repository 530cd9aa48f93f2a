//! Keys of subjects.

use domain::ids::EntryId;
use uuid::Uuid;
use vault::{OpenError, PersonKey, ProviderError};

use super::sql;
use crate::{Failure, desk::TenantTx, erasures};

/// One change of the root key costs one try more; nobody changes it many times a second.
const TRIES: u32 = 5;

/// Makes and stores a key for a new subject, under the newest root key.
pub async fn make(tx: &mut TenantTx, subject: Uuid) -> Result<PersonKey, Failure> {
    for _ in 0..TRIES {
        if let Some(key) = try_to_make(tx, subject).await? {
            return Ok(key);
        }
        // Another process has changed the root key since this one last looked.
        tx.renew_keys().await?;
    }
    Err(changing())
}

/// Nothing is wrong; the same request works later.
fn changing() -> Failure {
    Failure::Keys(ProviderError::unavailable("the root key is being changed"))
}

async fn try_to_make(tx: &mut TenantTx, subject: Uuid) -> Result<Option<PersonKey>, Failure> {
    let (key, wrapped) = tx.keys.make_person_key(*subject.as_bytes());
    let version = tx.keys.version();
    let added = sql::add(tx, subject, version, wrapped.as_bytes()).await?;
    Ok(added.then_some(key))
}

/// The key of a subject; [`Failure::NotFound`] when it was destroyed.
pub async fn of(tx: &mut TenantTx, subject: Uuid) -> Result<PersonKey, Failure> {
    let wrapped = sql::wrapped(tx, subject).await?;
    unwrap(tx, subject, &wrapped.ok_or(Failure::NotFound)?).await
}

/// Unwraps a key that was read together with its row, whichever root key it is under.
pub async fn unwrap(
    tx: &mut TenantTx,
    subject: Uuid,
    wrapped: &[u8],
) -> Result<PersonKey, Failure> {
    let mut key = tx.keys.unwrap_person_key(*subject.as_bytes(), wrapped);
    for _ in 0..TRIES {
        if !matches!(key, Err(OpenError::OtherKeyVersion { .. })) {
            break;
        }
        // The root key was changed since it was read, or since this key was, perhaps more than once.
        tx.renew_keys().await?;
        let now = sql::wrapped(tx, subject).await?;
        let now = now.ok_or(Failure::NotFound)?;
        key = tx.keys.unwrap_person_key(*subject.as_bytes(), &now);
    }
    Ok(key?)
}

/// Destroys a key: what was sealed under it is noise from now on. That it was destroyed is kept, so that it can be done
/// again after a restore; `entry` is the one of the log that says why.
pub async fn destroy(
    tx: &mut TenantTx,
    subject: Uuid,
    entry: Option<EntryId>,
) -> Result<(), Failure> {
    sql::destroy(tx, subject).await?;
    erasures::sql::add(tx, subject, entry).await
}

/// The tenant's own key, under which entries about nobody are sealed. The installation gets one when it first needs it.
pub async fn own(tx: &mut TenantTx) -> Result<PersonKey, Failure> {
    let tenant = tx.t();
    match of(tx, tenant).await {
        Err(Failure::NotFound) => make(tx, tenant).await,
        key => key,
    }
}
