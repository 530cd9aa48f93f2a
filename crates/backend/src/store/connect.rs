//! Connecting to the database.

use std::{path::Path, str::FromStr, time::Duration};

use sqlx::{
    PgPool, SqlitePool,
    postgres::PgPoolOptions,
    sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous},
};

use super::{
    Connection,
    connection::{SqliteHandle, Writes},
};

/// An open database.
#[derive(Debug, Clone)]
pub enum Store {
    /// `SQLite`: one writer, several readers.
    Sqlite {
        /// The only connection that writes.
        writer: SqlitePool,
        /// Connections that cannot write.
        reader: SqlitePool,
        /// How often this process has written.
        writes: Writes,
    },
    /// `PostgreSQL`, as the runtime role.
    Postgres(PgPool),
}

/// Why a database cannot be opened.
#[derive(Debug, thiserror::Error)]
pub enum ConnectError {
    /// Neither `sqlite://` nor `postgres://`.
    #[error("EINLASS_DATABASE_URL must begin with sqlite:// or postgres://")]
    UnknownEngine,
    /// The database cannot be reached or opened.
    #[error("the database cannot be opened")]
    Unreachable(#[from] sqlx::Error),
    /// The folder of the database cannot be made.
    #[error("the folder of the database cannot be made")]
    Folder(#[from] std::io::Error),
}

const READERS: u32 = 8;
/// Rows that the thread of an embedded connection reads ahead: long lists take fewer changes between threads.
const ROWS_AHEAD: usize = 512;
const POSTGRES_CONNECTIONS: u32 = 20;

impl Store {
    /// Whether there is something to open: false for a file of `SQLite` that is not there. A server is asked by opening.
    pub fn is_there(url: &str) -> bool {
        !url.starts_with("sqlite:")
            || SqliteConnectOptions::from_str(url)
                .is_ok_and(|options| options.get_filename().exists())
    }

    /// Opens `sqlite://path` (created if missing) or `postgres://…`.
    pub async fn connect(url: &str) -> Result<Self, ConnectError> {
        if url.starts_with("sqlite:") {
            Self::connect_sqlite(url).await
        } else if url.starts_with("postgres:") || url.starts_with("postgresql:") {
            let pool = PgPoolOptions::new()
                .max_connections(POSTGRES_CONNECTIONS)
                .acquire_timeout(Duration::from_secs(10))
                .connect(url)
                .await?;
            Ok(Self::Postgres(pool))
        } else {
            Err(ConnectError::UnknownEngine)
        }
    }

    async fn connect_sqlite(url: &str) -> Result<Self, ConnectError> {
        // WAL survives a crash of the process; only FULL survives a loss of power as well.
        let options = SqliteConnectOptions::from_str(url)?
            .create_if_missing(true)
            .journal_mode(SqliteJournalMode::Wal)
            .synchronous(SqliteSynchronous::Full)
            .foreign_keys(true)
            .busy_timeout(Duration::from_secs(10))
            // What is deleted leaves no trace in free pages.
            .pragma("secure_delete", "ON");
        if let Some(folder) = options
            .get_filename()
            .parent()
            .filter(|folder| *folder != Path::new(""))
        {
            std::fs::create_dir_all(folder)?;
        }
        // A connection to a file does not break: asking it before each use would only cost time.
        let writer = SqlitePoolOptions::new()
            .max_connections(1)
            .test_before_acquire(false)
            .acquire_timeout(Duration::from_secs(30))
            .connect_with(options.clone())
            .await?;
        let reader = SqlitePoolOptions::new()
            .max_connections(READERS)
            .test_before_acquire(false)
            .acquire_timeout(Duration::from_secs(10))
            .connect_with(
                options
                    .pragma("query_only", "ON")
                    .row_buffer_size(ROWS_AHEAD),
            )
            .await?;
        Ok(Self::Sqlite {
            writer,
            reader,
            writes: Writes::default(),
        })
    }

    /// A transaction that can write.
    pub(crate) async fn begin(&self) -> Result<Connection, sqlx::Error> {
        match self {
            // A deferred transaction that reads first and writes later fails at once when another wrote in between.
            Self::Sqlite { writer, writes, .. } => Ok(Connection::Sqlite(SqliteHandle::Within(
                writer.begin_with("BEGIN IMMEDIATE").await?,
                writes.clone(),
            ))),
            Self::Postgres(pool) => Ok(Connection::Postgres(pool.begin().await?)),
        }
    }

    /// A transaction that the engine itself keeps from writing.
    pub(crate) async fn begin_reading(&self) -> Result<Connection, sqlx::Error> {
        match self {
            Self::Sqlite { reader, writes, .. } => Ok(Connection::Sqlite(SqliteHandle::Within(
                reader.begin().await?,
                writes.clone(),
            ))),
            Self::Postgres(pool) => Ok(Connection::Postgres(
                pool.begin_with("BEGIN READ ONLY").await?,
            )),
        }
    }

    /// A transaction that cannot write and whose statements all see one moment, on either engine.
    pub(crate) async fn begin_snapshot(&self) -> Result<Connection, sqlx::Error> {
        match self {
            Self::Sqlite { .. } => self.begin_reading().await,
            Self::Postgres(pool) => Ok(Connection::Postgres(
                pool.begin_with("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
                    .await?,
            )),
        }
    }

    /// A connection that cannot write and whose statements need not see the same moment. It saves `SQLite` two of the
    /// few steps that a page takes; `PostgreSQL` needs its transaction for the wall.
    pub(crate) async fn glance(&self) -> Result<Connection, sqlx::Error> {
        match self {
            Self::Sqlite { reader, .. } => Ok(Connection::Sqlite(SqliteHandle::Alone(
                reader.acquire().await?,
            ))),
            Self::Postgres(_) => self.begin_reading().await,
        }
    }

    /// How often this process has written, where it is the only one that does: between two equal answers nothing changed.
    pub(crate) fn writes(&self) -> Option<u64> {
        match self {
            Self::Sqlite { writes, .. } => Some(writes.so_far()),
            Self::Postgres(_) => None,
        }
    }

    /// Whether the database answers.
    pub async fn answers(&self) -> bool {
        match self {
            Self::Sqlite { reader, .. } => sqlx::query("SELECT 1").execute(reader).await.is_ok(),
            Self::Postgres(pool) => sqlx::query("SELECT 1").execute(pool).await.is_ok(),
        }
    }

    /// Closes all connections; `SQLite` folds its write-ahead log into the file.
    pub async fn close(&self) {
        match self {
            Self::Sqlite { writer, reader, .. } => {
                reader.close().await;
                writer.close().await;
            }
            Self::Postgres(pool) => pool.close().await,
        }
    }
}
