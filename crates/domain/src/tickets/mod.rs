//! Tickets: what lets somebody in.

mod code;

pub use code::{NotACode, TicketCode};
