//! A look that needs no keys.

use domain::ids::TenantId;
use uuid::Uuid;

use super::Desk;
use crate::{Failure, store::Connection};

/// A reading transaction that is bound to one tenant and has none of its keys: for plain columns alone, and for what must
/// go on while the key provider does not answer.
pub(crate) struct Peek {
    pub(crate) connection: Connection,
    tenant: TenantId,
}

impl Peek {
    /// The tenant as the first parameter of every query.
    pub(crate) const fn t(&self) -> Uuid {
        self.tenant.uuid()
    }
}

impl Desk {
    /// Looks at plain columns of a tenant; for workers and checks, which answer to nobody's rights.
    pub(crate) async fn peek(&self, tenant: TenantId) -> Result<Peek, Failure> {
        let mut connection = self.store.begin_reading().await?;
        connection.name_tenant(tenant.uuid()).await?;
        Ok(Peek { connection, tenant })
    }
}
