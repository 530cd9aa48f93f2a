//! The certificate that a person was erased: a signed statement about one entry of the log, with the proof that the entry
//! is there.

mod certificate;
mod statement;

pub use certificate::{Certificate, CertificateError, FORMAT, Proven};
pub use statement::{ErasureStatement, NotAStatement};
