//! Tenants: organisers, each with an own root key.

mod create;
mod list;
mod profile;
pub(crate) mod sql;

pub use create::{create, ensure_platform};
pub use list::{TenantLine, list};
pub(crate) use profile::open_profile;
pub use profile::{TenantProfile, profile};
