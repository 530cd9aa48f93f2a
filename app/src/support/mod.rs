//! The provider's support: let in by tenants, for hours.

pub mod api;
#[cfg(feature = "ssr")]
pub mod pages;
pub mod views;
