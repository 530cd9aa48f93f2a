//! Guests of an event.

pub mod api;
#[cfg(feature = "ssr")]
pub mod pages;
pub mod standing;
pub mod views;
