//! How the protection of a tenant's data stands, for the people whom it protects.

mod overview;

pub use overview::{LogState, Overview, overview};
