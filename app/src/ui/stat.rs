use leptos::prelude::*;

use super::{BadgeKind, Icon, OptionalText, class_list::class_list};

/// A number with its word; with `href` it opens its list.
#[component]
pub fn Stat(
    /// The number as it is read.
    #[prop(into)]
    number: String,
    /// What is counted.
    #[prop(into)]
    label: String,
    /// The list behind the number.
    #[prop(into, optional)]
    href: OptionalText,
    /// The state that is counted.
    #[prop(optional)]
    kind: Option<BadgeKind>,
    /// More classes.
    #[prop(into, optional)]
    class: String,
) -> impl IntoView {
    let own = kind.map_or_else(
        || "stat".to_owned(),
        |kind| format!("stat {}", kind.class()),
    );
    let class = class_list(&own, &class);
    let words = view! {
        <span class="stat-number">{number}</span>
        <span class="stat-label">
            {kind.map(|kind| view! { <Icon name=kind.icon() /> })}
            {label}
        </span>
    };
    match href.into_option() {
        Some(href) => view! { <a class=class href=href>{words}</a> }.into_any(),
        None => view! { <div class=class>{words}</div> }.into_any(),
    }
}
