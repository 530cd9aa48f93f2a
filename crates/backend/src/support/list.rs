//! When support was let in, and what it did.

use domain::{
    Instant,
    access::{Extent, act},
    ids::{SupportGrantId, UserId},
};
use vault::Sealed;

use super::{Reason, place, sql};
use crate::{Failure, access::Permit, accounts, desk::Desk, keys};

/// A time for which support was or is let in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Access {
    /// Which.
    pub id: SupportGrantId,
    /// Who.
    pub user: UserId,
    /// The name; empty when the account is gone.
    pub name: String,
    /// Who let them in.
    pub by: String,
    /// Why.
    pub reason: String,
    /// What they may or might do.
    pub extent: Extent,
    /// From when.
    pub from: Instant,
    /// Until when, or when it was ended.
    pub until: Instant,
    /// Whether it lasts.
    pub lasts: bool,
    /// So often they looked at something.
    pub looks: i64,
    /// So often they changed something.
    pub changes: i64,
}

/// Every time support was let in, the newest first; not more than the last 50.
pub async fn list(desk: &Desk, permit: &Permit<act::SeeSupport>) -> Result<Vec<Access>, Failure> {
    let mut tx = desk.read(permit).await?;
    let now = tx.now();
    let tenant = tx.tenant().uuid();
    let mut list = Vec::new();
    for row in sql::all(&mut tx).await? {
        let until = row.ended_at.unwrap_or(row.valid_until).min(row.valid_until);
        let (looks, changes) = sql::deeds(&mut tx, row.user(), (row.granted_at, until)).await?;
        let key = keys::of(&mut tx, tenant).await?;
        let Reason(reason) = key.open(place(row.id()), &Sealed::from_bytes(row.sealed.clone()))?;
        list.push((
            UserId::from_uuid(row.granted_by),
            Access {
                id: row.id(),
                user: row.user(),
                name: String::new(),
                by: String::new(),
                reason,
                extent: row.extent()?,
                from: Instant(row.granted_at),
                until: Instant(until),
                lasts: row.ended_at.is_none() && until > now.0,
                looks,
                changes,
            },
        ));
    }
    drop(tx);
    let users: Vec<UserId> = list
        .iter()
        .flat_map(|(by, access)| [*by, access.user])
        .collect();
    let contacts = accounts::contacts(desk, users).await?;
    let name = |user: UserId| {
        let contact = contacts.get(&user);
        contact.map_or_else(String::new, |contact| contact.name.clone())
    };
    let named = list.into_iter().map(|(by, access)| Access {
        name: name(access.user),
        by: name(by),
        ..access
    });
    Ok(named.collect())
}
