use leptos::prelude::*;

use super::{OptionalText, class_list::class_list};

/// A link that narrows a list, with how many would be left.
#[component]
pub fn FilterChip(
    /// The address of the narrowed list.
    #[prop(into)]
    href: String,
    /// Its words.
    #[prop(into)]
    label: String,
    /// How many, as it is read.
    #[prop(into, optional)]
    count: OptionalText,
    /// Whether the list is narrowed so now.
    #[prop(optional)]
    current: bool,
    /// More classes.
    #[prop(into, optional)]
    class: String,
) -> impl IntoView {
    view! {
        <a
            class=class_list("chip", &class)
            href=href
            aria-current=current.then_some("true")
        >
            {label}
            {count.into_option().map(|count| view! { <span class="chip-count">{count}</span> })}
        </a>
    }
}
