//! Looking into the database past the use cases, as its owner.

use std::collections::BTreeMap;

use backend::{
    mails::{self, Mail},
    store::Store,
};
use domain::access::act;
use sqlx::{AssertSqlSafe, Connection, PgConnection};
use uuid::Uuid;

use crate::{Engine, Team, TestApp, engine::admin_url};

/// Every row of every table as text, in a fixed order.
pub type Snapshot = BTreeMap<String, Vec<String>>;

impl TestApp {
    /// The address of the test's database for the superuser of the cluster; `PostgreSQL` only.
    pub fn owner_url(&self) -> String {
        let admin = admin_url();
        let (base, _) = admin
            .rsplit_once('/')
            .expect("the address names a database");
        let (_, database) = self
            .database_url
            .rsplit_once('/')
            .expect("the address names a database");
        format!("{base}/{database}")
    }

    pub(crate) async fn superuser(&self) -> PgConnection {
        PgConnection::connect(&self.owner_url())
            .await
            .expect("the owner connects")
    }

    /// Runs statements as the owner.
    pub async fn execute(&self, sql: &str) {
        self.try_execute(sql).await.expect("the statement runs");
    }

    /// Likewise, for statements that may be refused.
    pub async fn try_execute(&self, sql: &str) -> Result<(), sqlx::Error> {
        match self.desk.store() {
            Store::Sqlite { writer, writes, .. } => {
                let done = sqlx::raw_sql(AssertSqlSafe(sql.to_owned()))
                    .execute(writer)
                    .await;
                writes.count();
                done.map(drop)
            }
            Store::Postgres(_) => sqlx::raw_sql(AssertSqlSafe(sql.to_owned()))
                .execute(&mut self.superuser().await)
                .await
                .map(drop),
        }
    }

    /// The first column of a query, as text.
    pub async fn texts(&self, sql: &str) -> Vec<String> {
        let sql = AssertSqlSafe(sql.to_owned());
        match self.desk.store() {
            Store::Sqlite { reader, .. } => sqlx::query_scalar(sql).fetch_all(reader).await,
            Store::Postgres(_) => {
                sqlx::query_scalar(sql)
                    .fetch_all(&mut self.superuser().await)
                    .await
            }
        }
        .expect("the query runs")
    }

    /// The one number of a query.
    pub async fn count(&self, sql: &str) -> i64 {
        let sql = AssertSqlSafe(sql.to_owned());
        match self.desk.store() {
            Store::Sqlite { reader, .. } => sqlx::query_scalar(sql).fetch_one(reader).await,
            Store::Postgres(_) => {
                sqlx::query_scalar(sql)
                    .fetch_one(&mut self.superuser().await)
                    .await
            }
        }
        .expect("the query runs")
    }

    /// Rows of a table.
    pub async fn rows_in(&self, table: &str) -> i64 {
        self.count(&format!("SELECT count(*) FROM {table}")).await
    }

    /// A UUID as it is written in a statement.
    pub fn literal(&self, uuid: Uuid) -> String {
        match self.engine {
            Engine::Sqlite => format!("x'{}'", uuid.simple()),
            Engine::Postgres => format!("'{uuid}'::uuid"),
        }
    }

    /// The tables, without the list of migrations.
    pub async fn tables(&self) -> Vec<String> {
        let sql = match self.engine {
            Engine::Sqlite => {
                "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' \
                 AND name <> '_sqlx_migrations' ORDER BY name"
            }
            Engine::Postgres => {
                "SELECT tablename::text FROM pg_tables WHERE schemaname = 'public' \
                 AND tablename <> '_sqlx_migrations' ORDER BY tablename"
            }
        };
        self.texts(sql).await
    }

    /// Everything that is stored; two equal snapshots mean that nothing happened in between.
    pub async fn snapshot(&self) -> Snapshot {
        let mut snapshot = Snapshot::new();
        for table in self.tables().await {
            let sql = match self.engine {
                Engine::Sqlite => {
                    let columns = self
                        .texts(&format!(
                            "SELECT 'quote(' || name || ')' FROM pragma_table_info('{table}') ORDER BY cid"
                        ))
                        .await;
                    format!(
                        "SELECT {} FROM {table} ORDER BY 1",
                        columns.join(" || '|' || ")
                    )
                }
                Engine::Postgres => format!("SELECT t::text FROM {table} t ORDER BY 1"),
            };
            let rows = self.texts(&sql).await;
            snapshot.insert(table, rows);
        }
        snapshot
    }

    /// What `pg_dump` writes of the database, as its owner; `PostgreSQL` only. `EINLASS_TEST_PG_DUMP` may say where the
    /// program is.
    pub fn dump(&self) -> Vec<u8> {
        let program = std::env::var_os("EINLASS_TEST_PG_DUMP").unwrap_or("pg_dump".into());
        let dump = std::process::Command::new(program)
            .arg(self.owner_url())
            .output()
            .expect("pg_dump starts");
        assert!(
            dump.status.success(),
            "{}",
            String::from_utf8_lossy(&dump.stderr)
        );
        dump.stdout
    }

    /// The mails of the tenant under test, the oldest first.
    pub async fn mails(&self) -> Vec<Mail> {
        self.mails_in(self.team).await
    }

    /// The mails of either tenant, the oldest first.
    pub async fn mails_in(&self, team: Team) -> Vec<Mail> {
        let see = self.permit_in::<act::SeeMailbox>(team);
        let mut all = Vec::new();
        let lines = mails::mailbox(&self.desk, &see)
            .await
            .expect("the mailbox opens");
        for line in lines.iter().rev() {
            all.push(
                mails::mail_of(&self.desk, &see, line.id)
                    .await
                    .expect("the mail opens"),
            );
        }
        all
    }
}
