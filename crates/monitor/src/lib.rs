//! The check of a log in the browser of whoever reads it: entries are fetched, each is hashed, the root is computed anew
//! and compared with the signed one and with the last one that this browser has seen.
//!
//! A bundle of its own, loaded by the page of the log alone. The proof itself is `ledger`, the same code that the command
//! line runs; here are only the page, the network and the browser's memory.

mod check;
mod memory;
mod panel;
mod parts;

pub use check::{Finding, InOrder, Known, Watch};
use panel::Panel;
use wasm_bindgen::prelude::wasm_bindgen;

/// Brings the panel of the page to life, if it has one.
#[wasm_bindgen(start)]
pub fn start() {
    if let Some(panel) = Panel::find() {
        panel.listen();
    }
}
