//! Signing in, and the page for whoever comes by.

#[cfg(feature = "ssr")]
pub mod pages;
