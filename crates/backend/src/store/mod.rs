//! The two engines, `SQLite` and `PostgreSQL`, behind one face.

mod connect;
mod connection;
mod migrate;
mod walls;

pub use connect::{ConnectError, Store};
pub(crate) use connection::{Connection, on_engine};
pub use migrate::{MigrateError, grant_runtime};
pub use walls::{WallError, check_walls};
