//! Signing in, the own account, the team, and the page for whoever comes by.

pub mod api;
#[cfg(feature = "ssr")]
pub mod pages;
mod passkey_browser;
mod passkey_button;
mod password_field;
pub mod views;

pub use passkey_button::{PasskeyButton, PasskeyUse};
pub use password_field::{NewPasswordField, PasswordLabels};
