//! How the protection of a tenant's data stands, for the people whom it protects: the overview, and the report on every
//! measure with what was found of it just now.

mod inventory;
mod overview;
mod report;

pub use inventory::{Column, inventory};
pub use overview::{LogState, Overview, overview};
pub use report::{Report, ReportError, report, signed};
