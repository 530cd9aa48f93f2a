//! Companions: how many, and their names if known.

#![allow(
    missing_docs,
    reason = "the macro makes items of its own that nobody can document"
)]

use leptos::prelude::*;
use serde::{Deserialize, Serialize};
use wasm_bindgen::JsCast;
use web_sys::HtmlSelectElement;

use crate::ui::{SelectField, TextField};

/// The words around companions.
#[derive(Clone, Serialize, Deserialize)]
pub struct CompanionLabels {
    /// How many come along?
    pub count: String,
    /// The choices, from nobody up.
    pub choices: Vec<String>,
    /// "Name of companion 1", …
    pub names: Vec<String>,
    /// Not required.
    pub optional: String,
}

/// How many companions, and a name for each. Without scripts every name can be filled in; with them only as many as
/// were chosen are shown.
#[island]
pub fn CompanionFields(
    /// How many come at the start.
    count: u32,
    /// What was typed or known, one for each possible companion.
    names: Vec<String>,
    /// What is wrong with each name; empty if nothing.
    errors: Vec<String>,
    /// Words.
    labels: CompanionLabels,
) -> impl IntoView {
    let shown = RwSignal::new(u32::MAX);
    Effect::new(move |_| shown.set(count));
    let chosen = move |event: leptos::ev::Event| {
        let select = event
            .target()
            .and_then(|target| target.dyn_into::<HtmlSelectElement>().ok());
        if let Some(count) = select.and_then(|select| select.value().parse().ok()) {
            shown.set(count);
        }
    };
    let options = labels
        .choices
        .into_iter()
        .enumerate()
        .map(|(at, label)| (at.to_string(), label))
        .collect();
    let optional = labels.optional;
    let fields = (1_u32..)
        .zip(names.into_iter().zip(errors).zip(labels.names))
        .map(|(at, ((name, error), label))| {
            let surplus = move || at > shown.get();
            view! {
                <div hidden=surplus>
                    <TextField
                        label=label name=format!("companion-{at}") value=name error=error optional=optional.clone()
                        autocomplete="off" maxlength=100
                    />
                </div>
            }
        })
        .collect_view();
    view! {
        <div class="stack" on:change=chosen>
            <SelectField
                label=labels.count name="companions" options=options value=count.to_string() autocomplete="off"
            />
            {fields}
        </div>
    }
}
