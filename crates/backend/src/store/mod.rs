//! The two engines, `SQLite` and `PostgreSQL`, behind one face.

mod connect;
mod connection;
mod migrate;
mod statement;
mod walls;

pub use connect::{ConnectError, Store};
pub use connection::Writes;
pub(crate) use connection::{Connection, on_engine};
pub use migrate::{MigrateError, grant_runtime};
pub(crate) use statement::{as_written, execute, read, row, rows, value, values};
pub use walls::{WallError, check_walls};
