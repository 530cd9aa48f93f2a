use leptos::prelude::*;

use super::Icon;

/// A place in the organiser's part.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NavItem {
    /// Its address.
    pub href: String,
    /// Its word.
    pub label: String,
    /// Its picture.
    pub icon: &'static str,
    /// Whether the page is there or below.
    pub current: bool,
}

impl NavItem {
    /// A place.
    pub fn new(
        href: impl Into<String>,
        label: impl Into<String>,
        icon: &'static str,
        current: bool,
    ) -> Self {
        Self {
            href: href.into(),
            label: label.into(),
            icon,
            current,
        }
    }

    /// The place as an entry of a list.
    pub(super) fn entry(self) -> impl IntoView {
        view! {
            <li>
                <a class="app-link" href=self.href aria-current=self.current.then_some("page")>
                    <Icon name=self.icon />
                    <span>{self.label}</span>
                </a>
            </li>
        }
    }
}
