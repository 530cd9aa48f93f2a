//! Keeping what a guest replied.

use domain::{
    ids::{EntryId, GuestId},
    questions::Reply,
};
use uuid::Uuid;
use vault::PersonKey;

use super::{forget, open, place, sql};
use crate::{Failure, desk::TenantTx, keys};

/// What a guest replied before, with its key.
#[derive(Default)]
pub(crate) struct Special {
    key: Option<(Uuid, PersonKey)>,
    /// The replies.
    pub(crate) replies: Vec<Reply>,
}

/// The replies of a guest; empty if there are none.
pub(crate) async fn load(tx: &mut TenantTx, guest: GuestId) -> Result<Special, Failure> {
    let Some(row) = sql::load(tx, guest).await? else {
        return Ok(Special::default());
    };
    let id = row.key_id;
    let (replies, key) = open(tx, row).await?;
    let key = Some((id, key));
    Ok(Special { key, replies })
}

/// Keeps replies in place of those from before; none, and the key is destroyed. `entry` says why.
pub(crate) async fn keep(
    tx: &mut TenantTx,
    guest: GuestId,
    before: Special,
    replies: &[Reply],
    entry: EntryId,
) -> Result<(), Failure> {
    if replies == before.replies {
        return Ok(());
    }
    if replies.is_empty() {
        return forget(tx, guest, entry).await;
    }
    let (id, key) = if let Some(known) = before.key {
        known
    } else {
        let id = tx.make_uuid();
        (id, keys::make(tx, id).await?)
    };
    let sealed = key.seal(place(guest), &replies.to_vec()).into_bytes();
    sql::put(tx, guest, id, sealed).await
}
