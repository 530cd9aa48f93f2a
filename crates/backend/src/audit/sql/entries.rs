//! Entries with their place in the tree.

use domain::{
    Instant,
    ids::{EntryId, TenantId},
};
use ledger::{ActorKind, Entry};
use uuid::Uuid;

use crate::{
    Failure,
    audit::LogFilter,
    desk::TenantTx,
    store::{row, rows, value},
};

/// All columns of an entry that are hashed, and what leads to its things.
#[derive(sqlx::FromRow)]
pub(crate) struct FullRow {
    pub(crate) id: Uuid,
    pub(crate) position: Option<i64>,
    pub(crate) at: i64,
    pub(crate) actor_kind: String,
    pub(crate) actor: String,
    pub(crate) origin: String,
    pub(crate) action: String,
    pub(crate) entity: String,
    pub(crate) subject_id: Uuid,
    pub(crate) event_id: Option<Uuid>,
    pub(crate) guest_id: Option<Uuid>,
    pub(crate) fields: String,
    pub(crate) sealed: Option<Vec<u8>>,
}

macro_rules! full_columns {
    ($rest:literal) => {
        concat!(
            "SELECT e.id, l.position, e.at, e.actor_kind, e.actor, e.origin, e.action, e.entity, e.subject_id, ",
            "e.event_id, e.guest_id, e.fields, e.sealed FROM entries e ",
            $rest
        )
    };
}

impl FullRow {
    /// The place in the tree; none while the entry waits.
    pub(crate) fn place(&self) -> Option<u64> {
        self.position
            .and_then(|position| u64::try_from(position).ok())
    }

    pub(crate) fn actor_kind(&self) -> Result<ActorKind, Failure> {
        self.actor_kind
            .parse()
            .map_err(|_| Failure::Damaged("entries.actor_kind"))
    }

    /// Names of the changed fields.
    pub(crate) fn fields(&self) -> Vec<String> {
        self.fields
            .split(' ')
            .filter(|field| !field.is_empty())
            .map(str::to_owned)
            .collect()
    }

    /// The entry as it was hashed, or should have been.
    pub(crate) fn entry(&self, tenant: TenantId) -> Result<Entry, Failure> {
        Ok(Entry {
            id: EntryId::from_uuid(self.id).to_string(),
            tenant: tenant.to_string(),
            at: self.at,
            actor_kind: self.actor_kind()?,
            actor: self.actor.clone(),
            origin: self.origin.clone(),
            action: self.action.clone(),
            entity: self.entity.clone(),
            person: self.subject_id.simple().to_string(),
            fields: self.fields(),
            values_hash: self
                .sealed
                .as_deref()
                .map_or_else(String::new, Entry::hash_values),
        })
    }
}

/// Entries from a place on, in the order of the tree.
pub(crate) async fn entries_from(
    tx: &mut TenantTx,
    position: i64,
    end: i64,
    limit: i64,
) -> Result<Vec<FullRow>, Failure> {
    Ok(rows!(
        tx,
        full_columns!(
            "JOIN log_leaves l ON l.tenant_id = e.tenant_id AND l.entry_id = e.id \
             WHERE l.tenant_id = $1 AND l.position >= $2 AND l.position < $3 ORDER BY l.position LIMIT $4"
        ),
        position,
        end,
        limit
    )?)
}

pub(crate) async fn entry(tx: &mut TenantTx, id: EntryId) -> Result<Option<FullRow>, Failure> {
    Ok(row!(
        tx,
        full_columns!(
            "LEFT JOIN log_leaves l ON l.tenant_id = e.tenant_id AND l.entry_id = e.id \
             WHERE e.tenant_id = $1 AND e.id = $2"
        ),
        id.uuid()
    )?)
}

/// Entries of a page, the newest first, by key.
pub(crate) async fn page(
    tx: &mut TenantTx,
    filter: &LogFilter,
    limit: i64,
) -> Result<Vec<FullRow>, Failure> {
    Ok(rows!(
        tx,
        full_columns!(
            "LEFT JOIN log_leaves l ON l.tenant_id = e.tenant_id AND l.entry_id = e.id \
             WHERE e.tenant_id = $1 AND e.id < $2 AND ($3 = '' OR e.actor_kind = $3) AND ($4 = '' OR e.actor = $4) \
             AND ($5 = '' OR e.action LIKE $5 || '.%') AND e.at >= $6 AND e.at < $7 ORDER BY e.id DESC LIMIT $8"
        ),
        filter.before.map_or(Uuid::max(), EntryId::uuid),
        filter.actor_kind.map_or("", ActorKind::code),
        filter
            .user
            .map_or_else(String::new, |user| user.to_string()),
        &filter.topic,
        filter.from.0,
        filter.until.0,
        limit
    )?)
}

/// When something was last done.
pub(crate) async fn last_of(tx: &mut TenantTx, action: &str) -> Result<Option<Instant>, Failure> {
    let at: Option<Option<i64>> = value!(
        tx,
        "SELECT max(at) FROM entries WHERE tenant_id = $1 AND action = $2",
        action
    )?;
    Ok(at.flatten().map(Instant))
}

/// How often something was done since then.
pub(crate) async fn count_of(
    tx: &mut TenantTx,
    action: &str,
    since: Instant,
) -> Result<u64, Failure> {
    let count: Option<i64> = value!(
        tx,
        "SELECT count(*) FROM entries WHERE tenant_id = $1 AND action = $2 AND at >= $3",
        action,
        since.0
    )?;
    Ok(count.unwrap_or(0).unsigned_abs())
}

/// Whether anything happened since then besides mailing the state of the log itself.
pub(crate) async fn has_news(tx: &mut TenantTx, since: Instant) -> Result<bool, Failure> {
    let found: Option<i64> = value!(
        tx,
        "SELECT count(*) FROM entries WHERE tenant_id = $1 AND at >= $2 AND action <> 'log.mailed' \
         AND (guest_id IS NOT NULL OR action NOT LIKE 'mail.%')",
        since.0
    )?;
    Ok(found > Some(0))
}
