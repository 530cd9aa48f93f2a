use leptos::prelude::*;

use super::class_list::class_list;

/// Numbers side by side in one frame; its children are `Stat`s.
#[component]
pub fn StatStrip(
    /// What the numbers are about.
    #[prop(into)]
    label: String,
    /// More classes.
    #[prop(into, optional)]
    class: String,
    /// The numbers.
    children: Children,
) -> impl IntoView {
    view! {
        <div class=class_list("stat-strip", &class) role="group" aria-label=label>
            {children()}
        </div>
    }
}
