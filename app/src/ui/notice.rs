use leptos::prelude::*;

use super::{Icon, NoticeKind, OptionalText, class_list::class_list};

/// News that stays on the page.
#[component]
pub fn Notice(
    /// How good or bad it is.
    #[prop(optional)]
    kind: NoticeKind,
    /// The news in a few words.
    #[prop(into, optional)]
    title: OptionalText,
    /// More classes.
    #[prop(into, optional)]
    class: String,
    /// What there is to say, as paragraphs.
    children: Children,
) -> impl IntoView {
    let own = format!("notice {}", kind.tone());
    view! {
        <div class=class_list(&own, &class)>
            <Icon name=kind.icon() />
            <div class="notice-body">
                {title.into_option().map(|words| view! { <p class="notice-title">{words}</p> })}
                {children()}
            </div>
        </div>
    }
}
