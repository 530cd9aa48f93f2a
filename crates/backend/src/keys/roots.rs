//! Wrapped root keys as they are stored. They are needed before a transaction on the tenant's data can be opened.

use domain::{Instant, ids::TenantId};

use super::sql;
use crate::{Failure, store::Connection};

/// The version of a tenant's first root key.
pub(crate) const FIRST: u32 = 1;
/// The columns that have a blind index. A changed root key carries these indexes on; `tests/house_rules.rs` sees to it
/// that none is missing.
pub(crate) const INDEXED: [&str; 3] = ["people.email", "users.codes", "users.email"];

/// A root key as it is stored.
pub(crate) struct RootKey {
    pub(crate) version: u32,
    pub(crate) wrapped: Vec<u8>,
}

/// The tenant's root keys: one, or two while it is changed; none for no tenant.
pub(crate) async fn read(
    connection: &mut Connection,
    tenant: TenantId,
) -> Result<Vec<RootKey>, Failure> {
    connection.name_tenant(tenant.uuid()).await?;
    sql::roots(connection, tenant)
        .await?
        .into_iter()
        .map(|(version, wrapped)| {
            let version = number(version)?;
            Ok(RootKey { version, wrapped })
        })
        .collect()
}

/// Stores the first root key of a new tenant; nothing happens when there is one.
pub(crate) async fn add_first(
    connection: &mut Connection,
    tenant: TenantId,
    wrapped: &[u8],
    now: Instant,
) -> Result<(), Failure> {
    connection.name_tenant(tenant.uuid()).await?;
    sql::add_first_root(connection, tenant, FIRST, wrapped, now).await
}

pub(super) fn number(version: i64) -> Result<u32, Failure> {
    u32::try_from(version).map_err(|_| Failure::Damaged("roots.version"))
}
