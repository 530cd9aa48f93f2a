//! Around the questions in a guest's form: only those are shown that are put to the guest.

#![allow(
    missing_docs,
    reason = "the macro makes items of its own that nobody can document"
)]

use domain::questions::{RawReplies, Rule, Rules};
use leptos::{html::Div, prelude::*};
use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::{FormData, HtmlDivElement, HtmlFormElement};

use crate::ui::hide_marked;

/// Shows and hides the questions as the form is filled in, and says what is wrong where a reply was typed. Without scripts
/// every question is there and says on what it depends.
#[island]
pub fn AskedQuestions(
    /// What decides which of them are put, as [`Rules`] write it.
    rules: String,
    /// Their fields, each in an element that names the question's number.
    children: Children,
) -> impl IntoView {
    let root = NodeRef::<Div>::new();
    Effect::new(move |_| {
        let Some(root) = root.get_untracked() else {
            return;
        };
        let rules = Rules::read(&rules);
        let look = move || show(&root, &rules);
        look();
        let look = Closure::<dyn Fn()>::new(look).into_js_value();
        // For as long as the page lives.
        let _ = window().add_event_listener_with_callback("change", look.unchecked_ref());
    });
    view! { <div node_ref=root>{children()}</div> }
}

fn show(root: &HtmlDivElement, rules: &Rules) {
    // What is hidden is not sent, nor does a browser stop at it; all of it counts while it is looked at.
    for rule in &rules.0 {
        disable(root, rule.0, false);
    }
    let form = root.closest("form").ok().flatten();
    let form = form.and_then(|form| form.dyn_into::<HtmlFormElement>().ok());
    let Some(data) = form.and_then(|form| FormData::new_with_form(&form).ok()) else {
        return;
    };
    let typed = |rule: &Rule| {
        let values = data.get_all(&rule.field());
        values
            .iter()
            .filter_map(|value| value.as_string())
            .collect()
    };
    let raw = RawReplies(rules.0.iter().map(|rule| (rule.0, typed(rule))).collect());
    // Whoever does not come is asked nothing.
    let declines = data.get("answer").as_string().as_deref() == Some("no");
    root.set_hidden(declines);
    for rule in &rules.0 {
        let is_put = rules.is_put(rule.0, &raw);
        hide_marked(root, "question", rule.0, !is_put);
        disable(root, rule.0, declines || !is_put);
        hide_marked(
            root,
            "problem",
            rule.0,
            rules.problem(rule.0, &raw).is_none(),
        );
    }
    let _ = root.set_attribute("data-live", "");
}

fn disable(root: &HtmlDivElement, number: u32, is_disabled: bool) {
    let found = root.query_selector(&format!("[data-question='{number}']"));
    if let Ok(Some(found)) = found {
        // Only a name that is no name fails.
        let _ = found.toggle_attribute_with_force("disabled", is_disabled);
    }
}
