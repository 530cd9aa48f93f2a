//! The secret of an invitation to a team.

use domain::ids::TenantId;
use uuid::Uuid;
use vault::Environment;

use crate::{Failure, bearer::Bearer, chance::make_bytes};

const SECRET_LEN: usize = 16;

/// The secret in the mail: which tenant, and 128 random bits.
pub(super) struct JoinToken(Bearer<{ 16 + SECRET_LEN }>);

impl JoinToken {
    pub(super) fn make(environment: Environment, tenant: TenantId) -> Self {
        let mut bytes = [0; 16 + SECRET_LEN];
        let (of_tenant, secret) = bytes.split_at_mut(16);
        of_tenant.copy_from_slice(&tenant.bytes());
        secret.copy_from_slice(&make_bytes::<SECRET_LEN>());
        Self(Bearer::of(environment, bytes))
    }

    pub(super) fn read(environment: Environment, text: &str) -> Result<Self, Failure> {
        Bearer::read(environment, text).map(Self)
    }

    pub(super) fn tenant(&self) -> TenantId {
        let tenant = self.0.bytes().first_chunk().copied().unwrap_or_default();
        TenantId::from_uuid(Uuid::from_bytes(tenant))
    }

    pub(super) fn expose(&self) -> String {
        self.0.expose()
    }

    /// What is stored.
    pub(super) fn hash(&self) -> Vec<u8> {
        self.0.hash()
    }
}
