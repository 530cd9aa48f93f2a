//! A transaction on one of the engines.

use std::{
    ops::{Deref, DerefMut},
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
};

use sqlx::{Postgres, Sqlite, SqliteConnection, Transaction, pool::PoolConnection};
use uuid::Uuid;

/// A transaction on one of the engines.
pub(crate) enum Connection {
    /// Embedded.
    Sqlite(SqliteHandle),
    /// Server.
    Postgres(Transaction<'static, Postgres>),
}

impl Connection {
    /// Names the tenant whose rows this transaction sees; `SQLite` has no such wall.
    pub(crate) async fn name_tenant(&mut self, tenant: Uuid) -> Result<(), sqlx::Error> {
        if let Self::Postgres(transaction) = self {
            sqlx::query("SELECT set_config('app.tenant_id', $1, true)")
                .bind(tenant.to_string())
                .execute(&mut **transaction)
                .await?;
        }
        Ok(())
    }

    pub(crate) async fn commit(self) -> Result<(), sqlx::Error> {
        match self {
            Self::Sqlite(SqliteHandle::Within(transaction, writes)) => {
                transaction.commit().await?;
                writes.count();
                Ok(())
            }
            Self::Sqlite(SqliteHandle::Alone(_)) => Ok(()),
            Self::Postgres(transaction) => transaction.commit().await,
        }
    }
}

/// Counts the commits of this process. Counted after the commit and before whoever wrote goes on: what was read with the
/// count of now is what stands there, for everybody who heard of a later change.
#[derive(Debug, Clone, Default)]
pub struct Writes(Arc<AtomicU64>);

impl Writes {
    /// Notes that something was committed.
    pub fn count(&self) {
        self.0.fetch_add(1, Ordering::SeqCst);
    }

    pub(crate) fn so_far(&self) -> u64 {
        self.0.load(Ordering::SeqCst)
    }
}

/// A connection to the embedded database.
pub(crate) enum SqliteHandle {
    /// In a transaction: all statements see one moment.
    Within(Transaction<'static, Sqlite>, Writes),
    /// Each statement by itself.
    Alone(PoolConnection<Sqlite>),
}

impl Deref for SqliteHandle {
    type Target = SqliteConnection;

    fn deref(&self) -> &SqliteConnection {
        match self {
            Self::Within(transaction, _) => transaction,
            Self::Alone(connection) => connection,
        }
    }
}

impl DerefMut for SqliteHandle {
    fn deref_mut(&mut self) -> &mut SqliteConnection {
        match self {
            Self::Within(transaction, _) => transaction,
            Self::Alone(connection) => connection,
        }
    }
}

/// Runs the same sqlx expression on whichever engine the transaction belongs to: each query is written once.
macro_rules! on_engine {
    ($connection:expr, |$executor:ident| $body:expr) => {
        match $connection {
            $crate::store::Connection::Sqlite(transaction) => {
                let $executor = &mut **transaction;
                $body
            }
            $crate::store::Connection::Postgres(transaction) => {
                let $executor = &mut **transaction;
                $body
            }
        }
    };
}

pub(crate) use on_engine;
