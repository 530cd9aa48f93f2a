//! Pages of events.

mod answers;
mod cancel;
mod dashboard;
mod edit;
mod event;
mod fields;
mod follow_up;
mod line;
mod list;
mod need;
mod new;
mod page;
mod page_colour;
mod page_cover;
mod page_forms;
mod page_shown;
pub(crate) mod questions;
mod shown;
mod steering;
pub(crate) mod workshops;

pub use cancel::{CancelEventPage, cancel};
pub use dashboard::DashboardPage;
pub use edit::{EditEventPage, change};
pub use event::{EventPage, take_step};
pub use list::EventsPage;
pub use new::{NewEventPage, create};
pub use page::{EditedPage, edit};
pub use page_cover::bring_cover;
pub use questions::{QuestionsPage, RepliesPage, edit_questions};
pub use workshops::{WorkshopsPage, edit_workshops};
