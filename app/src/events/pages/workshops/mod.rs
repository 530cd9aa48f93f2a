//! Pages of workshops, and their fields in the forms of guests.

mod fields;
mod form;
mod page;
mod shown;

pub(crate) use fields::{typed_workshops, workshop_fields, workshop_list};
pub use page::{WorkshopsPage, edit_workshops};
pub(crate) use shown::shown_to;
