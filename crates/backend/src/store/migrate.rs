//! The schema: forward only, embedded, the same on both engines.

use std::borrow::Cow;

use sqlx::migrate::{Migration, MigrationType, Migrator};

use super::Store;

/// Why the schema could not be brought up to date.
#[derive(Debug, thiserror::Error)]
pub enum MigrateError {
    /// A migration failed.
    #[error("a migration failed")]
    Failed(#[from] sqlx::migrate::MigrateError),
    /// The rights of the runtime role could not be set.
    #[error("the rights of the runtime role could not be set")]
    Rights(#[from] sqlx::Error),
    /// A role name that is not plain.
    #[error("the name of the runtime role may hold letters, digits and _ only")]
    RoleName,
}

macro_rules! migrations {
    ($engine:literal: $($version:literal $name:literal),+ $(,)?) => {
        [$((
            $version,
            $name,
            include_str!(concat!("../../migrations/", $engine, "/", $name, ".sql")),
        )),+]
    };
    ($engine:literal) => {
        migrations!($engine:
            1 "0001_foundation", 2 "0002_log", 3 "0003_root_keys", 4 "0004_search", 5 "0005_erasures", 6 "0006_team",
            7 "0007_factors", 8 "0008_review", 9 "0009_support", 10 "0010_sign_on", 11 "0011_event_grants", 12 "0012_event_life",
            13 "0013_special_replies", 14 "0014_held_places", 15 "0015_waiting_list",
            16 "0016_tags", 17 "0017_workshops", 18 "0018_covers", 19 "0019_mailings", 20 "0020_requests",
            21 "0021_objections")
    };
}

fn migrator(scripts: &[(i64, &'static str, &'static str)]) -> Migrator {
    let migrations = scripts.iter().map(|(version, name, sql)| {
        Migration::new(
            *version,
            Cow::Borrowed(name.split_once('_').map_or(*name, |(_, name)| name)),
            MigrationType::Simple,
            sqlx::SqlStr::from_static(sql),
            false,
        )
    });
    Migrator::with_migrations(migrations.collect())
}

impl Store {
    /// Brings the schema up to date; does nothing when it is. On `PostgreSQL` this store must be the owner's.
    pub async fn migrate(&self) -> Result<(), MigrateError> {
        match self {
            Self::Sqlite { writer, .. } => migrator(&migrations!("sqlite")).run(writer).await?,
            Self::Postgres(pool) => migrator(&migrations!("postgres")).run(pool).await?,
        }
        Ok(())
    }

    /// Whether the schema is the one of this program.
    pub async fn is_current(&self) -> bool {
        let sql = "SELECT CAST(count(*) AS BIGINT) FROM _sqlx_migrations WHERE success";
        let found: Result<Option<i64>, sqlx::Error> = match self {
            Self::Sqlite { reader, .. } => sqlx::query_scalar(sql).fetch_one(reader).await,
            Self::Postgres(pool) => sqlx::query_scalar(sql).fetch_one(pool).await,
        };
        found.ok().flatten() == Some(Self::schema())
    }

    /// The version of the tables that this program works with.
    pub fn schema() -> i64 {
        i64::try_from(migrations!("sqlite").len()).unwrap_or(i64::MAX)
    }
}

/// Lets the runtime role use the tables, and only use them: it can neither change the schema nor rewrite the log.
/// `owner` is the store of the role that owns the tables. Does nothing on `SQLite`.
pub async fn grant_runtime(owner: &Store, role: &str) -> Result<(), MigrateError> {
    let Store::Postgres(pool) = owner else {
        return Ok(());
    };
    if role.is_empty() || !role.chars().all(|c| c.is_ascii_alphanumeric() || c == '_') {
        return Err(MigrateError::RoleName);
    }
    let grants = format!(
        "GRANT USAGE ON SCHEMA public TO \"{role}\";
         GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO \"{role}\";
         REVOKE INSERT, UPDATE, DELETE ON _sqlx_migrations FROM \"{role}\";
         REVOKE UPDATE, DELETE, TRUNCATE ON entries, log_leaves, log_hashes, log_checkpoints, erasures FROM \"{role}\";"
    );
    sqlx::raw_sql(sqlx::AssertSqlSafe(grants))
        .execute(pool)
        .await?;
    Ok(())
}
