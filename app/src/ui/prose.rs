use leptos::prelude::*;

use super::class_list::class_list;

/// A text of somebody, as HTML that was made and cleaned on the server; nothing at all when there is none.
#[component]
pub fn Prose(
    /// The clean HTML.
    #[prop(into)]
    html: String,
    /// More classes.
    #[prop(into, optional)]
    class: String,
) -> impl IntoView {
    (!html.is_empty())
        .then(|| view! { <div class=class_list("prose", &class) inner_html=html></div> })
}
