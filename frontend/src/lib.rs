//! The browser's entry: the islands of the pages.

use wasm_bindgen::prelude::wasm_bindgen;
// The islands are exported by `app`; linking it is all that is needed.
use app as _;

/// Makes the islands ready; the page then wakes them one by one.
#[wasm_bindgen]
pub fn hydrate() {
    console_error_panic_hook::set_once();
    leptos::mount::hydrate_islands();
}
