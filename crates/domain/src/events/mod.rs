//! Events: what is planned, in which stage it is, and until when it can be answered.

mod admission;
mod answer_rules;
mod colour;
mod cover;
mod event;
mod page;
mod page_list;
mod plan;
mod slug;
mod stage;
mod step;

pub use admission::Admission;
pub use answer_rules::AnswerRules;
pub use colour::{Colour, NoColour, Tint};
pub use cover::Cover;
#[cfg(test)]
pub(crate) use event::tests;
pub use event::{Event, EventText};
pub use page::{Contact, EventPage, PageEdit, PageError, PageItem};
pub use page_list::{PageList, UnknownList};
pub use plan::{
    AnswerTime, CAPACITY_MAX, COMPANIONS_MAX, EventPlan, OFFER_HOURS_MAX, RawPlaces, Schedule,
};
pub use slug::slug_of;
pub use stage::Stage;
pub use step::{Step, UnknownStep};
