//! Encryption of personal data: keys, sealed values, blind indexes and the providers of root keys.
//!
//! ```text
//! key provider (AWS KMS or a local key file)
//!  └─ tenant root key, in versions, wrapped by the provider    [`KeyCache`]
//!      └─ sub-keys: wrapping, blind index, link tokens         [`TenantKeys`], [`TenantKeySet`]
//!          └─ one random key for each person, wrapped          [`PersonKey`]
//!              └─ sealed rows of that person                   [`Sealed`]
//! ```
//!
//! The crate knows no event and has no clock: instants are arguments. Raw encryption is private;
//! what leaves the crate always binds tenant, person and place.

mod cache;
mod context;
mod environment;
mod error;
mod flight;
mod hazmat;
mod key;
mod key_set;
mod lookups;
mod payload;
mod person_key;
mod personal;
mod place;
mod provider;
mod sealed;
mod stream;
mod tenant_keys;
mod tenant_root;
mod wrapped;

pub use cache::KeyCache;
pub use context::KeyContext;
pub use environment::{Environment, UnknownEnvironment};
pub use error::OpenError;
pub use key::Key32;
pub use key_set::TenantKeySet;
pub use person_key::PersonKey;
pub use personal::{Personal, Secret};
pub use place::Place;
pub use provider::{
    AwsKms, Faulty, GeneratedKey, KeyFileError, KeyProvider, LocalKeyFile, ProviderDescription,
    ProviderError,
};
pub use sealed::Sealed;
pub use stream::{SealedReader, SealedWriter, StreamError, StreamKey};
pub use tenant_keys::{BlindIndex, TenantKeys};
pub use wrapped::WrappedPersonKey;
