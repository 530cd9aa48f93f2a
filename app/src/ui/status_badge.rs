use leptos::prelude::*;

use super::{BadgeKind, Icon, class_list::class_list};

/// A state: colour, picture and word.
#[component]
pub fn StatusBadge(
    /// The state.
    kind: BadgeKind,
    /// Its word.
    #[prop(into)]
    word: String,
    /// Another picture than that of the state.
    #[prop(optional)]
    icon: Option<&'static str>,
    /// More classes.
    #[prop(into, optional)]
    class: String,
) -> impl IntoView {
    let own = format!("badge {}", kind.class());
    view! {
        <span class=class_list(&own, &class)>
            <Icon name=icon.unwrap_or(kind.icon()) />
            {word}
        </span>
    }
}
