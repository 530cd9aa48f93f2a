//! Who may do what: one table.

mod action;
mod policy;
mod role;

pub use action::{Act, Action, act};
pub use policy::{Party, allows, snapshot};
pub use role::Role;
