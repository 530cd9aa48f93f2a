//! The desk: the one place where a transaction on a tenant's data is opened.

mod change;
mod open;
mod progress;
mod tenant_tx;

pub use change::{Change, FieldChange};
pub use open::{Desk, DeskSettings};
pub use progress::Progress;
pub(crate) use tenant_tx::Noted;
pub use tenant_tx::TenantTx;
