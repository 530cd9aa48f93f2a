//! Events and the dashboard that begins with them.

pub mod api;
pub mod live_figures;
#[cfg(feature = "ssr")]
pub mod pages;
pub mod views;
