//! Pages of data protection: overview, log with its check, erasures with their certificates.

mod certificate;
mod check;
mod columns;
mod erase;
mod erasures;
mod erasures_shown;
mod log;
mod log_shown;
mod overview;
mod shown;

pub use certificate::CertificatePage;
pub use erase::{ErasePage, erase};
pub use erasures::ErasuresPage;
pub(crate) use erasures_shown::cursor;
pub use log::LogPage;
pub(crate) use log_shown::filter;
pub use overview::ProtectionPage;
