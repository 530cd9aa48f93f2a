//! Pages of events.

mod dashboard;
mod edit;
mod event;
mod fields;
mod line;
mod list;
mod new;
mod shown;

pub use dashboard::DashboardPage;
pub use edit::{EditEventPage, change};
pub use event::{EventPage, publish};
pub use list::EventsPage;
pub use new::{NewEventPage, create};
