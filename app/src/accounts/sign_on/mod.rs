//! Single sign-on of a tenant.

pub mod api;
mod views;

pub use views::{SignOnForm, SignOnView};
