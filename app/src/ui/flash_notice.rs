use leptos::prelude::*;

use super::{Icon, NoticeKind, class_list::class_list};

/// What just happened, with a way back where there is one.
#[component]
pub fn FlashNotice(
    /// What happened.
    #[prop(into)]
    message: String,
    /// How good or bad it is.
    #[prop(default = NoticeKind::Ok)]
    kind: NoticeKind,
    /// More classes.
    #[prop(into, optional)]
    class: String,
    /// The form that undoes it.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    view! {
        <div class=class_list("flash", &class) role="status">
            <Icon name=kind.icon() />
            <p class="flash-message">{message}</p>
            {children.map(|children| children())}
        </div>
    }
}
