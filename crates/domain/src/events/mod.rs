//! Events: what is planned, in which stage it is, and until when it can be answered.

mod admission;
mod event;
mod plan;
mod slug;
mod stage;

pub use admission::Admission;
pub use event::{Event, EventText};
pub use plan::{CAPACITY_MAX, COMPANIONS_MAX, EventPlan, Schedule};
pub use slug::slug_of;
pub use stage::Stage;
