//! The invitation, and mails that were kept.

pub mod api;
#[cfg(feature = "ssr")]
pub mod pages;
pub mod views;
