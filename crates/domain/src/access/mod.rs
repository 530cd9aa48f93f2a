//! Who may do what: one table.

mod action;
mod patience;
mod policy;
mod role;
mod team;

pub use action::{Act, Action, act};
pub use patience::{Patience, is_forgotten, patience};
pub use policy::{Party, allows, snapshot};
pub use role::Role;
pub use team::may_give;
