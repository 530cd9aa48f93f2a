//! Data protection: how the data of a tenant are protected, the log and its check, erasures and their certificates.

pub mod api;
#[cfg(feature = "ssr")]
pub mod pages;
pub mod views;
