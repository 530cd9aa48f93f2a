//! A transaction on one of the engines.

use sqlx::{Postgres, Sqlite, Transaction};

/// A transaction on one of the engines.
pub(crate) enum Connection {
    /// Embedded.
    Sqlite(Transaction<'static, Sqlite>),
    /// Server.
    Postgres(Transaction<'static, Postgres>),
}

impl Connection {
    pub(crate) async fn commit(self) -> Result<(), sqlx::Error> {
        match self {
            Self::Sqlite(transaction) => transaction.commit().await,
            Self::Postgres(transaction) => transaction.commit().await,
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
