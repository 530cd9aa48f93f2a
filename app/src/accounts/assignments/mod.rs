//! Roles of people of the team at single events.

pub mod api;
mod views;

pub use views::{AssignForm, AssignmentView};
