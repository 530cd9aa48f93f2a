use leptos::prelude::*;

use super::{Icon, OptionalText, class_list::class_list};

/// A small tag; with `remove_href` it can be taken away.
#[component]
pub fn Chip(
    /// Its words.
    #[prop(into)]
    label: String,
    /// The address without it.
    #[prop(into, optional)]
    remove_href: OptionalText,
    /// What the cross does, read out.
    #[prop(into, optional)]
    remove_label: OptionalText,
    /// More classes.
    #[prop(into, optional)]
    class: String,
) -> impl IntoView {
    view! {
        <span class=class_list("chip", &class)>
            {label}
            {remove_href
                .into_option()
                .map(|href| {
                    view! {
                        <a class="chip-remove" href=href aria-label=remove_label.into_option()>
                            <Icon name="x" />
                        </a>
                    }
                })}
        </span>
    }
}
