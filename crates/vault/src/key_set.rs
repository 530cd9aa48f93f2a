use std::{fmt, sync::Arc};

use crate::{BlindIndex, OpenError, PersonKey, TenantKeys, WrappedPersonKey};

/// The keys of one tenant under each of its root keys that are in use: one, or two while the root key is changed. New
/// keys are wrapped under the newest; wrapped keys say themselves under which they are.
#[derive(Clone)]
pub struct TenantKeySet {
    newest: Arc<TenantKeys>,
    older: Vec<Arc<TenantKeys>>,
}

impl TenantKeySet {
    /// The keys under all root keys, in any order; `None` if there are none or some are of another tenant.
    pub fn new(mut keys: Vec<Arc<TenantKeys>>) -> Option<Self> {
        keys.sort_by_key(|keys| keys.version());
        let newest = keys.pop()?;
        keys.iter()
            .all(|older| older.tenant() == newest.tenant())
            .then_some(Self {
                newest,
                older: keys,
            })
    }

    /// The UUID of the tenant.
    pub fn tenant(&self) -> [u8; 16] {
        self.newest.tenant()
    }

    /// The keys under the newest root key.
    pub fn newest(&self) -> &TenantKeys {
        &self.newest
    }

    /// The version of the newest root key.
    pub fn version(&self) -> u32 {
        self.newest.version()
    }

    /// See [`TenantKeys::make_person_key`].
    pub fn make_person_key(&self, person: [u8; 16]) -> (PersonKey, WrappedPersonKey) {
        self.newest.make_person_key(person)
    }

    /// The person's key, whichever root key wraps it. [`OpenError::OtherKeyVersion`] when that one is not here: if it is
    /// newer, the root key was changed in the meantime.
    pub fn unwrap_person_key(
        &self,
        person: [u8; 16],
        wrapped: &[u8],
    ) -> Result<PersonKey, OpenError> {
        self.wrapping(wrapped)?.unwrap_person_key(person, wrapped)
    }

    /// The person's key wrapped under the newest root key; `None` when it already is.
    pub fn rewrap_person_key(
        &self,
        person: [u8; 16],
        wrapped: &[u8],
    ) -> Result<Option<WrappedPersonKey>, OpenError> {
        let wrapping = self.wrapping(wrapped)?;
        if wrapping.version() == self.version() {
            return Ok(None);
        }
        self.newest.rewrap(wrapping, person, wrapped).map(Some)
    }

    /// See [`TenantKeys::blind_index`]; the same under every root key.
    pub fn blind_index(&self, column: &'static str, normalised: &str) -> BlindIndex {
        self.newest.blind_index(column, normalised)
    }

    /// See [`TenantKeys::derive_link_token`]; the same under every root key.
    pub fn derive_link_token(&self, subject: [u8; 16], generation: u32) -> [u8; 16] {
        self.newest.derive_link_token(subject, generation)
    }

    /// See [`TenantKeys::derive_ticket_code`]; the same under every root key.
    pub fn derive_ticket_code(&self, subject: [u8; 16], generation: u32, place: u32) -> [u8; 10] {
        self.newest.derive_ticket_code(subject, generation, place)
    }

    /// See [`TenantKeys::derive_mail_proof`]; the same under every root key.
    pub fn derive_mail_proof(&self, subject: [u8; 16], generation: u32, until_ms: i64) -> [u8; 16] {
        self.newest.derive_mail_proof(subject, generation, until_ms)
    }

    /// See [`TenantKeys::derive_objection_tag`]; the same under every root key.
    pub fn derive_objection_tag(&self, address: [u8; 16]) -> [u8; 16] {
        self.newest.derive_objection_tag(address)
    }

    /// See [`TenantKeys::is_objection_tag`].
    pub fn is_objection_tag(&self, address: [u8; 16], tag: &[u8; 16]) -> bool {
        self.newest.is_objection_tag(address, tag)
    }

    /// See [`TenantKeys::is_mail_proof`].
    pub fn is_mail_proof(
        &self,
        subject: [u8; 16],
        generation: u32,
        until_ms: i64,
        proof: &[u8; 16],
    ) -> bool {
        self.newest
            .is_mail_proof(subject, generation, until_ms, proof)
    }

    fn wrapping(&self, wrapped: &[u8]) -> Result<&TenantKeys, OpenError> {
        let found = WrappedPersonKey::root_version_of(wrapped)?;
        std::iter::once(&self.newest)
            .chain(&self.older)
            .find(|keys| keys.version() == found)
            .map(Arc::as_ref)
            .ok_or_else(|| OpenError::OtherKeyVersion {
                found,
                expected: self.version(),
            })
    }
}

impl fmt::Debug for TenantKeySet {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("[tenant keys]")
    }
}
