//! Guest lists that organisers bring along.

pub mod api;
#[cfg(feature = "ssr")]
pub mod pages;
pub mod progress;
pub mod views;
