//! The sessions of an account, for whom they belong to.

use domain::{Instant, access::act};
use vault::Sealed;

use super::{
    Session,
    session::{ABSOLUTE_MS, Device, IDLE_MS},
    sql,
};
use crate::{
    Failure,
    access::Permit,
    desk::{Change, Desk},
    keys,
};

/// A session in the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SessionLine {
    /// Names the session; opens nothing.
    pub id: String,
    /// Browser and system, as far as they said.
    pub device: String,
    /// Signed in.
    pub began_at: Instant,
    /// Last request, to the minute.
    pub used_at: Instant,
    /// Whether it is the one that asks.
    pub is_this: bool,
}

/// The sessions of who is signed in, in this tenant, that are not over; the one last used first.
pub async fn sessions(
    desk: &Desk,
    permit: &Permit<act::ManageOwnAccount>,
    session: &Session,
) -> Result<Vec<SessionLine>, Failure> {
    let mut tx = desk.read(permit).await?;
    let (used_since, began_since) = (tx.now().plus_ms(-IDLE_MS), tx.now().plus_ms(-ABSOLUTE_MS));
    let rows = sql::sessions_of(&mut tx, session.user, used_since, began_since).await?;
    // Whose tenant has no key yet has no session with a device either.
    let tenant = tx.tenant().uuid();
    let key = keys::of(&mut tx, tenant).await?;
    rows.into_iter()
        .map(|row| {
            let device = match row.sealed {
                Some(sealed) => Device::open(&key, &row.token_hash, &Sealed::from_bytes(sealed))?.0,
                None => String::new(),
            };
            Ok(SessionLine {
                id: id_of(&row.token_hash),
                device,
                began_at: Instant(row.created_at),
                used_at: Instant(row.used_at),
                is_this: row.token_hash == session.token_hash,
            })
        })
        .collect()
}

/// Ends one of the own sessions by the name that it has in the list; without a name, all but the one that asks.
pub async fn end_sessions(
    desk: &Desk,
    permit: &Permit<act::ManageOwnAccount>,
    session: &Session,
    id: Option<&str>,
) -> Result<(), Failure> {
    let mut tx = desk.open(permit).await?;
    let rows = sql::sessions_of(&mut tx, session.user, Instant(0), Instant(0)).await?;
    let wanted: Vec<_> = rows
        .iter()
        .filter(|row| match id {
            Some(id) => id_of(&row.token_hash) == id,
            None => row.token_hash != session.token_hash,
        })
        .collect();
    if wanted.is_empty() {
        return if id.is_some() {
            Err(Failure::NotFound)
        } else {
            Ok(())
        };
    }
    for row in wanted {
        sql::end_session(&mut tx, &row.token_hash).await?;
    }
    let key = keys::own(&mut tx).await?;
    let tenant = tx.tenant().uuid();
    tx.commit(Change::new(
        "user.sessions_ended",
        session.user,
        tenant,
        &key,
    ))
    .await
}

/// Half of the hash: enough to tell sessions apart, and nothing that opens one.
fn id_of(token_hash: &[u8]) -> String {
    data_encoding::BASE64URL_NOPAD.encode(&token_hash[..token_hash.len() / 2])
}
