//! The desk: the one place where a transaction on a tenant's data is opened.

mod change;
mod finders;
mod key_source;
mod known;
mod open;
mod peek;
mod progress;
mod seen;
mod tenant_tx;
mod told;

pub use change::{Change, FieldChange};
pub(crate) use finders::Finder;
pub use open::{Desk, DeskSettings};
pub(crate) use peek::Peek;
pub use progress::{Progress, Running, Steps};
pub(crate) use tenant_tx::Noted;
pub use tenant_tx::TenantTx;
