use web_sys::Element;

/// Hides or shows the element below `root` that carries `data-{what}` with this number, if there is one.
pub fn hide_marked(root: &Element, what: &str, number: u32, is_hidden: bool) {
    let found = root.query_selector(&format!("[data-{what}='{number}']"));
    if let Ok(Some(found)) = found {
        // Only a name that is no name fails.
        let _ = found.toggle_attribute_with_force("hidden", is_hidden);
    }
}
