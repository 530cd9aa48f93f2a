//! The rights of those whose data is held: see it, take it along, have it erased.

pub mod api;
pub mod views;
