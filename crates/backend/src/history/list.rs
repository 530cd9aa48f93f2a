//! The history of a guest.

use domain::{
    Instant,
    access::act,
    ids::{EventId, GuestId},
};
use ledger::ActorKind;

use crate::{
    Failure,
    access::Permit,
    accounts,
    desk::{Desk, FieldChange},
    history::sql,
    keys,
};

/// One line of a history.
pub struct HistoryEntry {
    /// When.
    pub at: Instant,
    /// Who, by kind.
    pub actor_kind: ActorKind,
    /// Who, by name, where it is somebody of the team.
    pub actor_name: String,
    /// Route and network.
    pub origin: String,
    /// What was done, such as `guest.accepted`.
    pub action: String,
    /// Values before and after; empty when the key is gone.
    pub fields: Vec<FieldChange>,
}

/// The whole history of a guest, newest first; [`Failure::NotFound`] for one of another tenant as for none. It outlives
/// the guest.
pub async fn of_guest(
    desk: &Desk,
    permit: &Permit<act::SeeGuests>,
    guest: GuestId,
) -> Result<Vec<HistoryEntry>, Failure> {
    let mut tx = desk.read(permit).await?;
    let rows = sql::of_guest(&mut tx, guest).await?;
    if rows.is_empty() {
        // Whoever was on a list has a history.
        return Err(Failure::NotFound);
    }
    let mut history = Vec::with_capacity(rows.len());
    for row in rows {
        if let Some(event) = row.event_id {
            tx.must_reach(EventId::from_uuid(event))?;
        }
        let fields = match (&row.sealed, keys::of(&mut tx, row.subject_id).await) {
            (Some(sealed), Ok(key)) => sql::open_fields(&key, row.id, sealed)?,
            (None, Ok(_)) | (_, Err(Failure::NotFound)) => Vec::new(),
            (_, Err(failure)) => return Err(failure),
        };
        history.push((row, fields));
    }
    drop(tx);
    let mut names = accounts::Names::default();
    let mut entries = Vec::with_capacity(history.len());
    for (row, fields) in history {
        let actor_name = names.of_actor(desk, &row.actor).await?;
        entries.push(HistoryEntry {
            at: Instant(row.at),
            actor_kind: row
                .actor_kind
                .parse()
                .map_err(|_| Failure::Damaged("entries.actor_kind"))?,
            actor_name,
            origin: row.origin,
            action: row.action,
            fields,
        });
    }
    Ok(entries)
}
