//! Papers: PDF files for people, through Typst. Knows no database; what stands on a paper comes as data, never as source
//! text of the template.
//!
//! Fonts and templates are in the program. A paper is tagged for screen readers and conforms to PDF/UA-1; the report also to PDF/A-3a.

mod certificate;
mod legible;
mod paper;
mod report;
mod tickets;
mod world;

pub use certificate::{ErasureCertificate, erasure_certificate};
pub use paper::PaperError;
pub use report::{MeasurePaper, ReportPaper, report};
pub use tickets::{TicketPaper, TicketsPaper, tickets};
