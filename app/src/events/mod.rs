//! Events and the dashboard that begins with them.

pub mod api;
pub mod live_figures;
pub mod page_views;
#[cfg(feature = "ssr")]
pub mod pages;
pub mod views;
