//! The start-up check of the walls in `PostgreSQL`.

use super::Store;

/// What stands open.
#[derive(Debug, thiserror::Error)]
pub enum WallError {
    /// The role can see through every wall.
    #[error(
        "the database role of EINLASS_DATABASE_URL bypasses row-level security (superuser or BYPASSRLS)"
    )]
    Bypasses,
    /// The role owns the tables and could lift their walls.
    #[error(
        "the database role of EINLASS_DATABASE_URL owns the tables; use another role for the service than for `migrate`"
    )]
    Owns,
    /// The check itself failed.
    #[error("the walls of the database could not be checked")]
    Unchecked(#[from] sqlx::Error),
}

/// Checks that the runtime role stands in front of the walls like everybody else. `SQLite` has no roles.
pub async fn check_walls(store: &Store) -> Result<(), WallError> {
    let Store::Postgres(pool) = store else {
        return Ok(());
    };
    let bypasses: bool = sqlx::query_scalar(
        "SELECT rolsuper OR rolbypassrls FROM pg_roles WHERE rolname = current_user",
    )
    .fetch_one(pool)
    .await?;
    if bypasses {
        return Err(WallError::Bypasses);
    }
    let owned: i64 = sqlx::query_scalar(
        "SELECT count(*) FROM pg_tables WHERE schemaname = 'public' AND tableowner = current_user",
    )
    .fetch_one(pool)
    .await?;
    if owned > 0 {
        Err(WallError::Owns)
    } else {
        Ok(())
    }
}
