use leptos::prelude::*;

use super::{OptionalText, class_list::class_list};

/// A sheet of paper on the page.
#[component]
pub fn Card(
    /// Its heading, an `<h2>`.
    #[prop(into, optional)]
    title: OptionalText,
    /// More classes.
    #[prop(into, optional)]
    class: String,
    /// What is on it.
    children: Children,
) -> impl IntoView {
    view! {
        <section class=class_list("card", &class)>
            {title.into_option().map(|words| view! { <h2 class="card-title">{words}</h2> })}
            {children()}
        </section>
    }
}
