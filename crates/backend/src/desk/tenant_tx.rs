//! The transaction.

use std::sync::{
    Arc,
    atomic::{AtomicU32, Ordering},
};

use domain::{
    Instant,
    ids::{EntryId, EventId, TenantId},
};
use ledger::Entry;
use uuid::Uuid;
use vault::{Environment, Place, TenantKeySet};

use super::{Change, key_source::KeySource, told::tell};
use crate::{
    Failure,
    access::{Origin, Who},
    chance::make_uuid_in_order,
    history,
    store::Connection,
};

/// A transaction that is bound to one tenant. Dropped without commit, it leaves no trace.
pub struct TenantTx {
    pub(crate) connection: Connection,
    pub(crate) keys: TenantKeySet,
    source: Arc<KeySource>,
    who: Who,
    origin: Origin,
    now: Instant,
    ids: AtomicU32,
}

impl TenantTx {
    pub(super) const fn new(
        connection: Connection,
        keys: TenantKeySet,
        source: Arc<KeySource>,
        who: Who,
        origin: Origin,
        now: Instant,
    ) -> Self {
        Self {
            connection,
            keys,
            source,
            who,
            origin,
            now,
            ids: AtomicU32::new(0),
        }
    }

    /// The tenant.
    pub const fn tenant(&self) -> TenantId {
        self.who.tenant()
    }

    /// The tenant as the first parameter of every query.
    pub(crate) const fn t(&self) -> Uuid {
        self.who.tenant().uuid()
    }

    /// Refuses an event that is out of reach of who is asking; asked wherever an event, or what belongs to one, is looked
    /// up.
    pub(crate) fn must_reach(&self, event: EventId) -> Result<(), Failure> {
        if self.who.reaches(event) {
            Ok(())
        } else {
            Err(Failure::NotFound)
        }
    }

    /// The time at which the transaction was opened.
    pub const fn now(&self) -> Instant {
        self.now
    }

    /// Development, test or production.
    pub(crate) fn environment(&self) -> Environment {
        self.source.environment()
    }

    /// A new id; sorts behind those that were made before.
    pub(crate) fn make_uuid(&self) -> Uuid {
        make_uuid_in_order(self.now, self.ids.fetch_add(1, Ordering::Relaxed))
    }

    /// Reads the tenant's root keys anew: another process has changed the root key since this one last looked.
    pub(crate) async fn renew_keys(&mut self) -> Result<(), Failure> {
        let tenant = self.tenant();
        self.keys = self
            .source
            .read_anew(&mut self.connection, tenant, self.now)
            .await?;
        Ok(())
    }

    /// Commits a change with its entry: no entry, no commit.
    pub async fn commit(mut self, change: Change<'_>) -> Result<(), Failure> {
        let noted = self.note(change).await?;
        self.commit_noted(noted).await
    }

    /// Commits many changes, each with its entry.
    pub(crate) async fn commit_noted(self, noted: Noted) -> Result<(), Failure> {
        let tenant = self.tenant();
        self.connection.commit().await?;
        tell(noted.action, tenant);
        Ok(())
    }

    /// Writes the entry of one of many changes; the returned proof is needed to commit.
    pub(crate) async fn note(&mut self, change: Change<'_>) -> Result<Noted, Failure> {
        let id = EntryId::from_uuid(self.make_uuid());
        let (actor_kind, actor) = self.who.actor();
        let sealed = (!change.fields.is_empty()).then(|| {
            change
                .key
                .seal(Place::row("entries", id.bytes()), &change.fields)
        });
        let entry = Entry {
            id: id.to_string(),
            tenant: self.tenant().to_string(),
            at: self.now.0,
            actor_kind,
            actor,
            origin: self.origin.as_str().to_owned(),
            action: change.action.to_owned(),
            entity: change.entity,
            person: change.subject.simple().to_string(),
            fields: change
                .fields
                .iter()
                .map(|field| field.field.clone())
                .collect(),
            values_hash: sealed.as_ref().map_or(String::new(), |sealed| {
                Entry::hash_values(sealed.as_bytes())
            }),
        };
        history::sql::append(
            self,
            id,
            &entry,
            change.subject,
            change.event,
            change.guest,
            sealed,
        )
        .await?;
        Ok(Noted {
            entry: id,
            action: change.action,
        })
    }

    /// Gives the transaction back once its entry is written, for the next tenant.
    pub(crate) fn hand_over(self, noted: Noted) -> Connection {
        let Noted { .. } = noted;
        self.connection
    }
}

/// The proof that an entry was written in this transaction.
#[must_use]
pub(crate) struct Noted {
    entry: EntryId,
    action: &'static str,
}

impl Noted {
    /// The entry.
    pub(crate) const fn entry(&self) -> EntryId {
        self.entry
    }
}

impl TenantTx {
    /// Commits upkeep: who sends which mail until when, and which place an entry has in the log. One of two commits without
    /// an entry, because it changes nothing about anybody; `tests/house_rules.rs` sees to it that nobody else uses it.
    pub(crate) async fn commit_upkeep(self) -> Result<(), Failure> {
        Ok(self.connection.commit().await?)
    }

    /// Commits keys that were wrapped anew: the same keys under another root key, whose change has its own entries. The
    /// other commit without an entry, watched over in the same way.
    pub(crate) async fn commit_wrapping(self) -> Result<(), Failure> {
        Ok(self.connection.commit().await?)
    }
}
