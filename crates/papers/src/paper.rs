//! From a template and data to a PDF file.

use serde::Serialize;
use typst::comemo;
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

use crate::world::Desk;

/// A paper could not be made: the template is wrong. It says nothing about the data.
#[derive(Debug, thiserror::Error)]
#[error("the paper could not be made: {0}")]
pub struct PaperError(String);

/// Sets a paper. Takes some milliseconds of a processor: call it where blocking is allowed.
pub(crate) fn set(template: &'static str, data: &impl Serialize) -> Result<Vec<u8>, PaperError> {
    set_as(&[PdfStandard::Ua_1], template, data)
}

/// Likewise, for archives, with files inside (PDF/A-3a); the template has to set a date.
pub(crate) fn set_for_archives(
    template: &'static str,
    data: &impl Serialize,
) -> Result<Vec<u8>, PaperError> {
    set_as(&[PdfStandard::Ua_1, PdfStandard::A_3a], template, data)
}

fn set_as(
    standards: &[PdfStandard],
    template: &'static str,
    data: &impl Serialize,
) -> Result<Vec<u8>, PaperError> {
    let document = lay_out(template, data);
    // Typst remembers what it laid out, and with it what stood on the paper.
    comemo::evict(0);
    let document = document?;
    let standards = PdfStandards::new(standards)
        .map_err(|_| PaperError("the standards exclude each other".to_owned()))?;
    let options = PdfOptions {
        standards,
        ..PdfOptions::default()
    };
    typst_pdf::pdf(&document, &options).map_err(|errors| failed(&errors))
}

/// The pages.
pub(crate) fn lay_out(
    template: &'static str,
    data: &impl Serialize,
) -> Result<PagedDocument, PaperError> {
    let data = serde_json::to_vec(data).expect("data of a paper are text and numbers");
    let desk = Desk::new(template, data);
    typst::compile(&desk)
        .output
        .map_err(|errors| failed(&errors))
}

fn failed(errors: &[typst::diag::SourceDiagnostic]) -> PaperError {
    let words: Vec<&str> = errors.iter().map(|error| error.message.as_str()).collect();
    PaperError(words.join("; "))
}
