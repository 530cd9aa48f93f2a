use leptos::prelude::*;

use super::{ButtonKind, Icon, OptionalText, class_list::class_list};

/// A link that looks like a button: it leads somewhere and changes nothing.
#[component]
pub fn LinkButton(
    /// Where it leads.
    #[prop(into)]
    href: String,
    /// How much it asks to be pressed.
    #[prop(optional)]
    kind: ButtonKind,
    /// A picture before the words.
    #[prop(optional)]
    icon: Option<&'static str>,
    /// The name under which the browser saves what it gets.
    #[prop(into, optional)]
    download: OptionalText,
    /// The relation to the other page, such as `nofollow` or `noopener`.
    #[prop(into, optional)]
    rel: OptionalText,
    /// More classes.
    #[prop(into, optional)]
    class: String,
    /// The words.
    children: Children,
) -> impl IntoView {
    view! {
        <a
            href=href
            class=class_list(kind.class(), &class)
            download=download.into_option()
            rel=rel.into_option()
        >
            {icon.map(|name| view! { <Icon name=name /> })}
            {children()}
        </a>
    }
}
