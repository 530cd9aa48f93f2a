//! The key ring: one wrapped key for each person, event, account and upload; and the root keys of the tenants, under
//! which they are wrapped.

mod ring;
pub(crate) mod roots;
mod rotate;
mod sql;
mod status;

pub use ring::{destroy, make, of, own, unwrap};
pub use rotate::{Batch, RotateError, Rotated, begin, finish, go_on, rewrap_some, rotate};
pub use status::{KeysStatus, RootStatus, status};
