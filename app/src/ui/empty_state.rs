use leptos::prelude::*;

use super::{Icon, OptionalText, class_list::class_list};

/// What stands where there is nothing yet: one headline, one sentence, one action.
#[component]
pub fn EmptyState(
    /// The headline.
    #[prop(into)]
    title: String,
    /// The sentence.
    #[prop(into, optional)]
    text: OptionalText,
    /// The picture.
    #[prop(default = "sparkles")]
    icon: &'static str,
    /// More classes.
    #[prop(into, optional)]
    class: String,
    /// The action.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    view! {
        <div class=class_list("empty", &class)>
            <span class="empty-picture">
                <Icon name=icon />
            </span>
            <p class="empty-title">{title}</p>
            {text.into_option().map(|words| view! { <p class="empty-text">{words}</p> })}
            {children.map(|children| view! { <div class="actions">{children()}</div> })}
        </div>
    }
}
