//! The log as it is stored.

use std::collections::BTreeMap;

use backend::store::Store;
use sqlx::{AssertSqlSafe, FromRow};
use uuid::Uuid;

use crate::TestApp;

/// A row of the log.
#[derive(Debug, Clone, PartialEq, Eq, FromRow)]
pub struct LogRow {
    /// The tenant.
    pub tenant_id: Uuid,
    /// Its id.
    pub id: Uuid,
    /// When.
    pub at: i64,
    /// Kind of actor.
    pub actor_kind: String,
    /// Who.
    pub actor: String,
    /// From where.
    pub origin: String,
    /// What.
    pub action: String,
    /// To what.
    pub entity: String,
    /// Whose key seals the values.
    pub subject_id: Uuid,
    /// In which event's history.
    pub event_id: Option<Uuid>,
    /// In which guest's history.
    pub guest_id: Option<Uuid>,
    /// Names of the changed fields.
    pub fields: String,
    /// The values.
    pub sealed: Option<Vec<u8>>,
    /// The leaf of the tree.
    pub leaf: Vec<u8>,
}

impl TestApp {
    /// The whole log of all tenants, by id.
    pub async fn log(&self) -> BTreeMap<Uuid, LogRow> {
        let sql = AssertSqlSafe(
            "SELECT tenant_id, id, at, actor_kind, actor, origin, action, entity, subject_id, event_id, guest_id, \
             fields, sealed, leaf FROM entries"
                .to_owned(),
        );
        let rows: Result<Vec<LogRow>, sqlx::Error> = match self.desk.store() {
            Store::Sqlite { reader, .. } => sqlx::query_as(sql).fetch_all(reader).await,
            Store::Postgres(_) => {
                sqlx::query_as(sql)
                    .fetch_all(&mut self.superuser().await)
                    .await
            }
        };
        rows.expect("the log is read")
            .into_iter()
            .map(|row| (row.id, row))
            .collect()
    }

    /// How often each action stands in the log of the tenant under test.
    pub async fn actions(&self) -> BTreeMap<String, usize> {
        let mut actions = BTreeMap::new();
        for row in self.log().await.into_values() {
            if row.tenant_id == self.team.tenant.uuid() {
                *actions.entry(row.action).or_default() += 1;
            }
        }
        actions
    }
}
