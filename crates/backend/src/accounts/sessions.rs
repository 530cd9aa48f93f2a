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

/// Where somebody is signed in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sessions {
    /// In this tenant, the session last used first.
    pub here: Vec<SessionLine>,
    /// So many sessions in other tenants, which know their devices.
    pub elsewhere: i64,
}

/// The sessions of who is signed in that are not over.
pub async fn sessions(
    desk: &Desk,
    permit: &Permit<act::ManageOwnAccount>,
    session: &Session,
) -> Result<Sessions, Failure> {
    let mut tx = desk.read(permit).await?;
    let (used_since, began_since) = (tx.now().plus_ms(-IDLE_MS), tx.now().plus_ms(-ABSOLUTE_MS));
    let rows = sql::sessions_of(&mut tx, session.user, used_since, began_since).await?;
    let elsewhere = sql::sessions_elsewhere(&mut tx, session.user, used_since, began_since).await?;
    // Whose tenant has no key yet has no session with a device either.
    let tenant = tx.tenant().uuid();
    let key = keys::of(&mut tx, tenant).await?;
    let here: Result<_, Failure> = rows
        .into_iter()
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
        .collect();
    Ok(Sessions {
        here: here?,
        elsewhere,
    })
}

/// Ends one of the own sessions by the name that it has in the list; without a name, all but the one that asks, in every
/// tenant.
pub async fn end_sessions(
    desk: &Desk,
    permit: &Permit<act::ManageFactors>,
    session: &Session,
    id: Option<&str>,
) -> Result<(), Failure> {
    let mut tx = desk.open(permit).await?;
    if let Some(id) = id {
        let rows = sql::sessions_of(&mut tx, session.user, Instant(0), Instant(0)).await?;
        let row = rows.into_iter().find(|row| id_of(&row.token_hash) == id);
        let row = row.ok_or(Failure::NotFound)?;
        sql::end_session(&mut tx, &row.token_hash).await?;
    } else if !sql::end_sessions_but(&mut tx, session.user, &session.token_hash).await? {
        return Ok(());
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
