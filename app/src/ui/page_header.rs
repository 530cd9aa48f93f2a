use leptos::{children::ViewFnOnce, prelude::*};

use super::{Icon, OptionalText, class_list::class_list};

/// The head of a page: its one `<h1>`, a sentence, what can be done.
#[component]
pub fn PageHeader(
    /// The heading.
    #[prop(into)]
    title: String,
    /// The sentence below it.
    #[prop(into, optional)]
    lead: OptionalText,
    /// The page above this one.
    #[prop(into, optional)]
    back_href: OptionalText,
    /// The words of the link to it.
    #[prop(into, optional)]
    back_label: OptionalText,
    /// What can be done: buttons.
    #[prop(into, optional)]
    actions: Option<ViewFnOnce>,
    /// What stands beside the heading, such as a `StatusBadge`.
    #[prop(into, optional)]
    badge: Option<ViewFnOnce>,
    /// More classes.
    #[prop(into, optional)]
    class: String,
) -> impl IntoView {
    let back = back_href.into_option().map(|href| {
        view! {
            <a class="page-header-back" href=href>
                <Icon name="chevron-left" />
                {back_label.into_option()}
            </a>
        }
    });
    view! {
        <header class=class_list("page-header", &class)>
            <div class="page-header-words">
                {back} <div class="page-header-title">
                    <h1 tabindex="-1">{title}</h1>
                    {badge.map(ViewFnOnce::run)}
                </div>
                {lead
                    .into_option()
                    .map(|words| view! { <p class="page-header-lead">{words}</p> })}
            </div>
            {actions.map(|actions| view! { <div class="actions">{actions.run()}</div> })}
        </header>
    }
}
