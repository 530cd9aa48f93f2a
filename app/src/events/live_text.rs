//! A text as its readers will see it, while it is written.

#![allow(
    missing_docs,
    reason = "the macro makes items of its own that nobody can document"
)]

use std::time::Duration;

use leptos::{prelude::*, task::spawn_local};
use wasm_bindgen::JsCast;
use web_sys::HtmlTextAreaElement;

use super::api::preview_text;
use crate::ui::{Details, Prose};

/// As long nothing more must be typed before the preview follows.
const PAUSE: Duration = Duration::from_millis(250);

/// Shows the text of the field inside as its readers will see it. Without scripts it shows what was saved.
#[island]
pub fn LiveText(
    /// The event's id.
    event: String,
    /// The text as HTML when the page was made.
    start: String,
    /// What the preview is called.
    label: String,
    /// The field.
    children: Children,
) -> impl IntoView {
    let html = RwSignal::new(start);
    let asked = StoredValue::new(0_u32);
    let typed = move |happened: leptos::ev::Event| {
        let area = happened
            .target()
            .and_then(|target| target.dyn_into::<HtmlTextAreaElement>().ok());
        let Some(text) = area.map(|area| area.value()) else {
            return;
        };
        let event = event.clone();
        let turn = asked.get_value() + 1;
        asked.set_value(turn);
        set_timeout(
            move || {
                // Somebody typed on.
                if asked.get_value() != turn {
                    return;
                }
                spawn_local(async move {
                    if let Ok(fresh) = preview_text(event, text).await
                        && asked.get_value() == turn
                    {
                        html.set(fresh);
                    }
                });
            },
            PAUSE,
        );
    };
    view! {
        <div class="stack stack-tight" on:input=typed>
            {children()}
            <Details summary=label open=true class="details-plain">
                {move || view! { <Prose html=html.get()/> }}
            </Details>
        </div>
    }
}
