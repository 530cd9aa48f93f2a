//! The log as a list.

use domain::{
    Instant,
    access::act,
    ids::{EntryId, EventId, GuestId, UserId},
};
use ledger::ActorKind;

use super::sql::{self, FullRow};
use crate::{Failure, access::Permit, accounts, desk::Desk};

/// Entries on one page.
pub const PAGE_LENGTH: usize = 50;

/// What is wanted.
#[derive(Debug, Clone)]
pub struct LogFilter {
    /// Only by this kind of actor.
    pub actor_kind: Option<ActorKind>,
    /// Only by this account.
    pub user: Option<UserId>,
    /// Only what was done to things of this kind, such as `guest`; empty for everything.
    pub topic: String,
    /// Only from this time on …
    pub from: Instant,
    /// … and before this one.
    pub until: Instant,
    /// The last entry of the page before.
    pub before: Option<EntryId>,
}

impl Default for LogFilter {
    fn default() -> Self {
        Self {
            actor_kind: None,
            user: None,
            topic: String::new(),
            from: Instant(0),
            until: Instant(i64::MAX),
            before: None,
        }
    }
}

/// One line of the log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LogLine {
    /// The entry.
    pub id: EntryId,
    /// Its place in the tree, from 0; none while it waits.
    pub position: Option<u64>,
    /// When.
    pub at: Instant,
    /// Who, by kind.
    pub actor_kind: ActorKind,
    /// Who, by name, where it is somebody of the team.
    pub actor_name: String,
    /// The account, where it is somebody of the team.
    pub user: Option<UserId>,
    /// Route and network.
    pub origin: String,
    /// What was done, such as `guest.accepted`.
    pub action: String,
    /// Names of the changed fields.
    pub fields: Vec<String>,
    /// The event it belongs to.
    pub event: Option<EventId>,
    /// The guest it belongs to, who may be gone.
    pub guest: Option<GuestId>,
}

/// One page of the log, the newest entry first.
pub struct LogPage {
    /// Lines.
    pub lines: Vec<LogLine>,
    /// Whether there are more.
    pub next: Option<EntryId>,
}

/// A page of the tenant's log.
pub async fn list(
    desk: &Desk,
    permit: &Permit<act::SeeLog>,
    filter: &LogFilter,
) -> Result<LogPage, Failure> {
    let mut tx = desk.read(permit).await?;
    let wanted = i64::try_from(PAGE_LENGTH + 1).unwrap_or(i64::MAX);
    let mut rows = sql::page(&mut tx, filter, wanted).await?;
    drop(tx);
    let more = rows.len() > PAGE_LENGTH;
    rows.truncate(PAGE_LENGTH);
    let next = rows
        .last()
        .filter(|_| more)
        .map(|row| EntryId::from_uuid(row.id));
    let mut names = accounts::Names::default();
    let mut lines = Vec::with_capacity(rows.len());
    for row in rows {
        let actor_name = names.of_actor(desk, &row.actor).await?;
        lines.push(line(row, actor_name)?);
    }
    Ok(LogPage { lines, next })
}

fn line(row: FullRow, actor_name: String) -> Result<LogLine, Failure> {
    Ok(LogLine {
        id: EntryId::from_uuid(row.id),
        position: row.place(),
        at: Instant(row.at),
        actor_kind: row.actor_kind()?,
        fields: row.fields(),
        user: row.actor.parse().ok(),
        actor_name,
        origin: row.origin,
        action: row.action,
        event: row.event_id.map(EventId::from_uuid),
        guest: row.guest_id.map(GuestId::from_uuid),
    })
}
