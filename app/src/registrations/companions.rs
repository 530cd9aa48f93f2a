//! Companions: how many, and their names if known.

#![allow(
    missing_docs,
    reason = "the macro makes items of its own that nobody can document"
)]

use leptos::{html::Div, prelude::*};
use wasm_bindgen::JsCast;
use web_sys::HtmlSelectElement;

use crate::ui::hide_marked;

/// Around the fields about companions: as many names as were said to come. Without scripts every name can be filled in.
#[island]
pub fn CompanionFields(
    /// How many come at the start.
    count: u32,
    /// How many can come at most.
    max: u32,
    /// The number, and a field for each name that is marked with its number.
    children: Children,
) -> impl IntoView {
    let root = NodeRef::<Div>::new();
    let show = move |count: u32| {
        if let Some(root) = root.get_untracked() {
            (1..=max).for_each(|at| hide_marked(&root, "companion", at, at > count));
        }
    };
    Effect::new(move |_| show(count));
    let chosen = move |event: leptos::ev::Event| {
        let select = event
            .target()
            .and_then(|target| target.dyn_into::<HtmlSelectElement>().ok());
        if let Some(count) = select.and_then(|select| select.value().parse().ok()) {
            show(count);
        }
    };
    view! { <div node_ref=root on:change=chosen>{children()}</div> }
}
