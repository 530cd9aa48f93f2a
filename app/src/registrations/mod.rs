//! What participants meet: the event's page, their invitation, their own page.

pub mod api;
pub mod companions;
#[cfg(feature = "ssr")]
pub mod pages;
pub mod views;
