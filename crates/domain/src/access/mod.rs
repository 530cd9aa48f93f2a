//! Who may do what: one table.

mod action;
mod patience;
mod policy;
mod proof;
mod review;
mod role;
mod seat;
mod team;

pub use action::{Act, Action, act};
pub use patience::{Patience, is_forgotten, patience};
pub use policy::{Party, allows, snapshot};
pub use proof::{is_fresh, is_recent};
pub use review::{ReviewInterval, UnknownInterval};
pub use role::Role;
pub use seat::{Extent, SUPPORT_MINUTES, SUPPORT_MS_MAX, Seat, UnknownExtent};
pub use team::may_give;
