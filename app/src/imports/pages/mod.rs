//! Pages of imports.

mod adjust;
mod done;
mod import;
mod preview;
mod shown;
mod start;
mod upload;

pub use import::{ImportPage, decide};
pub(crate) use start::start;
pub use upload::{UploadPage, upload};
