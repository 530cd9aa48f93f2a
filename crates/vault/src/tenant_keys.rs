use std::fmt;

use zeroize::ZeroizeOnDrop;

use crate::{
    Environment, Key32, KeyContext, OpenError, PersonKey, WrappedPersonKey, hazmat,
    lookups::Lookups, wrapped::Wrapping,
};

/// The version that a newly made person key has.
const FIRST_PERSON_KEY: u32 = 1;

/// The keys of one tenant, all derived from its root key with HKDF-SHA256 (RFC 5869). Environment,
/// tenant and version are part of the derivation: the same root key in another tenant or
/// environment gives other keys. What is derived for lookups is the same under every root key of a tenant.
#[derive(ZeroizeOnDrop)]
pub struct TenantKeys {
    tenant: [u8; 16],
    version: u32,
    wrapping: Key32,
    link: Key32,
    lookups: Lookups,
}

/// A searchable stand-in for a value that must be found without being stored in the clear. It
/// tells whether two values of one column of one tenant are equal, and nothing else.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct BlindIndex(pub [u8; 16]);

impl TenantKeys {
    /// Derives the keys of a tenant whose root key was never changed. `version` is that of the root key.
    pub fn derive(environment: Environment, tenant: [u8; 16], version: u32, root: &Key32) -> Self {
        let pseudo_random_key = Self::extract(environment, tenant, version, root);
        Self::new(
            tenant,
            version,
            Lookups::OfRoot(pseudo_random_key.copy()),
            &pseudo_random_key,
        )
    }

    /// Likewise after a change: the lookups are those that were kept, sealed under the new root key.
    pub(crate) fn derive_after_change(
        context: &KeyContext,
        root: &Key32,
        kept: &[u8],
    ) -> Result<Self, OpenError> {
        let KeyContext {
            environment,
            tenant,
            version,
            ..
        } = *context;
        let pseudo_random_key = Self::extract(environment, tenant, version, root);
        let lookups = Lookups::open(
            &sealing_of(&pseudo_random_key),
            &context.associated_data(),
            kept,
        )?;
        Ok(Self::new(tenant, version, lookups, &pseudo_random_key))
    }

    /// The lookups, sealed for the next root key. `columns` are all that have a blind index.
    pub(crate) fn seal_lookups(
        &self,
        context: &KeyContext,
        root: &Key32,
        columns: &[&str],
    ) -> Vec<u8> {
        let KeyContext {
            environment,
            tenant,
            version,
            ..
        } = *context;
        let pseudo_random_key = Self::extract(environment, tenant, version, root);
        self.lookups.seal(
            &sealing_of(&pseudo_random_key),
            &context.associated_data(),
            columns,
        )
    }

    fn new(tenant: [u8; 16], version: u32, lookups: Lookups, pseudo_random_key: &Key32) -> Self {
        Self {
            tenant,
            version,
            wrapping: hazmat::expand(pseudo_random_key, &[b"wrap/v1"]),
            link: lookups.link(),
            lookups,
        }
    }

    fn extract(environment: Environment, tenant: [u8; 16], version: u32, root: &Key32) -> Key32 {
        let name = environment.as_str().as_bytes();
        let mut salt = b"einlass/tenant/v1".to_vec();
        salt.extend_from_slice(&(name.len() as u64).to_be_bytes());
        salt.extend_from_slice(name);
        salt.extend_from_slice(&tenant);
        salt.extend_from_slice(&version.to_be_bytes());
        hazmat::extract(&salt, root)
    }

    /// The UUID of the tenant.
    pub const fn tenant(&self) -> [u8; 16] {
        self.tenant
    }

    /// The version of the root key that these keys come from.
    pub const fn version(&self) -> u32 {
        self.version
    }

    /// A new random key for a person's data, and its wrapped form. Store the wrapped form before
    /// anything that is sealed with the key.
    pub fn make_person_key(&self, person: [u8; 16]) -> (PersonKey, WrappedPersonKey) {
        let key = Key32::from_bytes(hazmat::random_bytes());
        let wrapped = self.wrapping(person).wrap(&key, FIRST_PERSON_KEY);
        (
            PersonKey::new(key, FIRST_PERSON_KEY, self.tenant, person),
            wrapped,
        )
    }

    /// The person's key out of its wrapped form, checked against its check value.
    pub fn unwrap_person_key(
        &self,
        person: [u8; 16],
        wrapped: &[u8],
    ) -> Result<PersonKey, OpenError> {
        let (key, version) = self.wrapping(person).unwrap(wrapped)?;
        Ok(PersonKey::new(key, version, self.tenant, person))
    }

    /// The key of a person, wrapped by another root key of the tenant, wrapped anew by this one.
    pub(crate) fn rewrap(
        &self,
        other: &Self,
        person: [u8; 16],
        wrapped: &[u8],
    ) -> Result<WrappedPersonKey, OpenError> {
        let (key, version) = other.wrapping(person).unwrap(wrapped)?;
        Ok(self.wrapping(person).wrap(&key, version))
    }

    /// The blind index of a value in `column` (`table.column`). Normalise the value first: equal
    /// means equal byte by byte. Only for values that hardly repeat, such as mail addresses.
    pub fn blind_index(&self, column: &'static str, normalised: &str) -> BlindIndex {
        let key = self.lookups.column(column);
        BlindIndex(hazmat::first_half(hazmat::mac(
            &key,
            &[normalised.as_bytes()],
        )))
    }

    /// The token of a personal link. It can be derived again at any time and is stored nowhere;
    /// a new `generation` makes the old link invalid.
    pub fn derive_link_token(&self, subject: [u8; 16], generation: u32) -> [u8; 16] {
        hazmat::first_half(hazmat::mac(
            &self.link,
            &[&subject, &generation.to_be_bytes()],
        ))
    }

    /// The code of a ticket: of a guest's `generation`-th tickets the one for the guest (0) or a companion. Nobody can
    /// guess one, and it need not be stored. The same under every root key.
    pub fn derive_ticket_code(&self, subject: [u8; 16], generation: u32, place: u32) -> [u8; 10] {
        let mac = hazmat::mac(
            &self.link,
            &[
                &subject,
                &generation.to_be_bytes(),
                b"ticket",
                &place.to_be_bytes(),
            ],
        );
        let mut code = [0; 10];
        code.copy_from_slice(&mac[..10]);
        code
    }

    /// The proof that a guest has just read the own mail: of the guest's `generation`-th link, good until a time in
    /// milliseconds since 1970. Nobody can make one, and it need not be stored. The same under every root key.
    pub fn derive_mail_proof(&self, subject: [u8; 16], generation: u32, until_ms: i64) -> [u8; 16] {
        hazmat::first_half(hazmat::mac(
            &self.link,
            &[
                &subject,
                &generation.to_be_bytes(),
                b"mail-proof",
                &until_ms.to_be_bytes(),
            ],
        ))
    }

    /// Whether a proof is that of [`Self::derive_mail_proof`]; compares in constant time.
    pub fn is_mail_proof(
        &self,
        subject: [u8; 16],
        generation: u32,
        until_ms: i64,
        proof: &[u8; 16],
    ) -> bool {
        hazmat::equal(
            &self.derive_mail_proof(subject, generation, until_ms),
            proof,
        )
    }

    /// By what the holder of a mail objects to more of them to its address, which stands here as its blind index: opens
    /// nothing else, need not be stored, and does not end. The same under every root key.
    pub fn derive_objection_tag(&self, address: [u8; 16]) -> [u8; 16] {
        hazmat::first_half(hazmat::mac(&self.link, &[&address, b"objection"]))
    }

    /// Whether a tag is that of [`Self::derive_objection_tag`]; compares in constant time.
    pub fn is_objection_tag(&self, address: [u8; 16], tag: &[u8; 16]) -> bool {
        hazmat::equal(&self.derive_objection_tag(address), tag)
    }

    const fn wrapping(&self, person: [u8; 16]) -> Wrapping<'_> {
        Wrapping {
            key: &self.wrapping,
            version: self.version,
            tenant: self.tenant,
            person,
        }
    }
}

/// The key that seals the lookups of a tenant whose root key was changed.
fn sealing_of(pseudo_random_key: &Key32) -> Key32 {
    hazmat::expand(pseudo_random_key, &[b"lookups/v1"])
}

impl fmt::Debug for TenantKeys {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("[tenant keys]")
    }
}

impl BlindIndex {
    /// The bytes to store and to look for.
    pub const fn as_bytes(&self) -> &[u8; 16] {
        &self.0
    }
}

impl fmt::Debug for BlindIndex {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("[blind index]")
    }
}
