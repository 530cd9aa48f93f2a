//! Workshops: parts of an event with places of their own. The pages are among those of events.

pub mod api;
pub mod views;
