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
mod report;
mod report_shown;
mod retention;
mod shown;

pub use certificate::CertificatePage;
pub use erase::{ErasePage, erase};
pub use erasures::ErasuresPage;
pub(crate) use erasures_shown::cursor;
pub use log::LogPage;
pub(crate) use log_shown::filter;
pub use overview::ProtectionPage;
pub use report::ReportPage;
pub use report_shown::report_now;
pub use retention::RetentionPage;
