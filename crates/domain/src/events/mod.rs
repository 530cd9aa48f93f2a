//! Events: what is planned, in which stage it is, and until when it can be answered.

mod admission;
mod event;
mod plan;
mod slug;
mod stage;
mod step;

pub use admission::Admission;
#[cfg(test)]
pub(crate) use event::tests;
pub use event::{Event, EventText};
pub use plan::{AnswerTime, CAPACITY_MAX, COMPANIONS_MAX, EventPlan, Schedule};
pub use slug::slug_of;
pub use stage::Stage;
pub use step::{Step, UnknownStep};
