//! Tags: words by which an organiser sorts the guests of one event.

pub mod api;
pub mod views;
