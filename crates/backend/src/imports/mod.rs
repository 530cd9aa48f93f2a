//! Guest lists that organisers bring along: upload, look, confirm, undo. Nothing becomes a guest before the confirmation.

mod adjust;
mod confirm;
mod draft;
mod preview;
pub(crate) mod sql;
mod status;
mod undo;
mod upload;

pub use adjust::{Adjustment, adjust};
pub use confirm::{ConfirmError, confirm};
pub use preview::{Preview, preview};
pub use status::{ImportState, status};
pub use undo::undo;
pub use upload::{UploadError, upload};
