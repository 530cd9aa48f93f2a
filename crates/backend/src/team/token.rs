//! The secret of an invitation to a team.

use std::str::FromStr;

use data_encoding::BASE64URL_NOPAD;
use domain::ids::TenantId;
use sha2::{Digest, Sha256};
use uuid::Uuid;

use crate::chance::make_bytes;

const SECRET_LEN: usize = 16;

/// The secret in the mail: which tenant, and 128 random bits.
pub(super) struct JoinToken {
    pub(super) tenant: TenantId,
    secret: [u8; SECRET_LEN],
}

impl JoinToken {
    pub(super) fn make(tenant: TenantId) -> Self {
        Self {
            tenant,
            secret: make_bytes(),
        }
    }

    pub(super) fn expose(&self) -> String {
        BASE64URL_NOPAD.encode(&[&self.tenant.bytes()[..], &self.secret].concat())
    }

    /// What is stored.
    pub(super) fn hash(&self) -> Vec<u8> {
        Sha256::digest(self.secret).to_vec()
    }
}

/// A text that is no such secret.
pub(super) struct NotAToken;

impl FromStr for JoinToken {
    type Err = NotAToken;

    fn from_str(text: &str) -> Result<Self, NotAToken> {
        let bytes = BASE64URL_NOPAD
            .decode(text.as_bytes())
            .map_err(|_| NotAToken)?;
        let (tenant, secret) = bytes.split_first_chunk::<16>().ok_or(NotAToken)?;
        Ok(Self {
            tenant: TenantId::from_uuid(Uuid::from_bytes(*tenant)),
            secret: secret.try_into().map_err(|_| NotAToken)?,
        })
    }
}
