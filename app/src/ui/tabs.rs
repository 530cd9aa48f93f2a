use leptos::prelude::*;

use super::class_list::class_list;

/// One of several pages about the same thing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TabLink {
    /// The address of the page.
    pub href: String,
    /// Its words.
    pub label: String,
    /// How many things are there, as it is read.
    pub count: Option<String>,
    /// Whether it is the page that is open.
    pub current: bool,
}

impl TabLink {
    /// A link to a page.
    pub fn new(href: impl Into<String>, label: impl Into<String>, current: bool) -> Self {
        Self {
            href: href.into(),
            label: label.into(),
            count: None,
            current,
        }
    }

    /// With how many things are there.
    #[must_use]
    pub fn count(mut self, count: impl Into<String>) -> Self {
        self.count = Some(count.into());
        self
    }
}

/// Links between pages about the same thing.
#[component]
pub fn Tabs(
    /// What the pages are about.
    #[prop(into)]
    label: String,
    /// The pages.
    links: Vec<TabLink>,
    /// More classes.
    #[prop(into, optional)]
    class: String,
) -> impl IntoView {
    let links = links
        .into_iter()
        .map(|link| {
            view! {
                <li>
                    <a class="tab" href=link.href aria-current=link.current.then_some("page")>
                        {link.label}
                        {link.count.map(|count| view! { <span class="tab-count">{count}</span> })}
                    </a>
                </li>
            }
        })
        .collect_view();
    view! {
        <nav class=class_list("tabs", &class) aria-label=label>
            <ul>{links}</ul>
        </nav>
    }
}
