//! What this browser remembers of a log.

use web_sys::{Storage, window};

use crate::Known;

/// The place in the browser's storage; one for each address, and so for each installation and tenant that reads there.
fn place(log: &str) -> String {
    format!("einlass-log:{log}")
}

fn storage() -> Option<Storage> {
    window()?.local_storage().ok()?
}

/// The state that was last found in order here; none in a browser that keeps nothing.
pub(crate) fn recall(log: &str) -> Option<Known> {
    let text = storage()?.get_item(&place(log)).ok()??;
    serde_json::from_str(&text).ok()
}

/// Remembers a state that was found in order.
pub(crate) fn remember(log: &str, known: &Known) {
    if let (Some(storage), Ok(text)) = (storage(), serde_json::to_string(known)) {
        // A browser that keeps nothing checks for the first time each time, and says so.
        let _ = storage.set_item(&place(log), &text);
    }
}
