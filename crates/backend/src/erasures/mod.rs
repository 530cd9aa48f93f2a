//! Erasure: destroying everything that a tenant knows about a person, the proof of it, and doing it again after a restore.

mod certificate;
mod erase;
mod list;
mod outside;
pub(crate) mod sql;

pub use certificate::{CertificateError, certificate};
pub(crate) use erase::erase_as;
pub use erase::{Extent, erase, extent};
pub use list::{ErasureLine, ErasurePage, list};
pub use outside::{Destroyed, destroyed_since, repeat};
