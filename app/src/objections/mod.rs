//! Objections to mailings.

pub mod api;
pub mod views;
