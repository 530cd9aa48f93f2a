//! HTTP: routes and what surrounds them. No rules and no SQL.

mod address;
mod assets;
mod busy;
mod colours;
mod context;
mod cookies;
mod covers;
mod crowd;
mod files;
mod forms;
mod functions;
mod guest_files;
mod headers;
mod health;
mod next;
mod origin;
mod papers;
mod plain;
mod router;
mod sign_in;
mod sign_on;
mod state;
mod upload;

pub use router::router;
pub use state::AppState;
