//! What people see: pages, components, server functions.
//!
//! Pages render on the server and work as they are; a few islands hydrate and add comfort. A page asks a server
//! function of its noun (`<noun>/api.rs`), which asks for a permit and calls a use case; forms post to their own page.

#![recursion_limit = "256"]

#[cfg(all(feature = "ssr", feature = "hydrate"))]
compile_error!(
    "`ssr` and `hydrate` exclude each other: build `frontend` by itself, for the browser"
);

pub mod accounts;
pub mod error;
pub mod events;
pub mod guests;
pub mod imports;
pub mod mailings;
pub mod objections;
#[cfg(feature = "ssr")]
pub mod page;
pub mod protection;
pub mod questions;
pub mod registrations;
pub mod rights;
pub mod support;
pub mod tags;
pub mod ui;
pub mod workshops;
