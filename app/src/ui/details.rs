use leptos::prelude::*;

use super::{Icon, class_list::class_list};

/// More, for those who want to read it. With class `details-plain` it has no lines.
#[component]
pub fn Details(
    /// The words that open it.
    #[prop(into)]
    summary: String,
    /// What it is about, for who does not see where it stands.
    #[prop(into, optional)]
    about: String,
    /// Whether it is open at first.
    #[prop(optional)]
    open: bool,
    /// More classes.
    #[prop(into, optional)]
    class: String,
    /// What is hidden.
    children: Children,
) -> impl IntoView {
    view! {
        <details class=class_list("details", &class) open=open>
            <summary>
                <span>{summary}{(!about.is_empty()).then(|| view! { <span class="sr-only">": "{about}</span> })}</span>
                <Icon name="chevron-down" />
            </summary>
            <div class="details-body">{children()}</div>
        </details>
    }
}
