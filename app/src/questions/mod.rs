//! What an event asks its guests. The pages are among those of events.

pub mod api;
pub mod asked;
pub mod views;
