//! Signing in, the own account, the team, and the page for whoever comes by.

pub mod api;
pub mod assignments;
#[cfg(feature = "ssr")]
pub mod pages;
mod password_field;
pub mod sign_on;
pub mod views;

pub use password_field::{NewPasswordField, PasswordLabels};
