use leptos::prelude::*;

use super::{Icon, OptionalText, class_list::class_list};

/// A question over the page.
///
/// A `Button` with `opens` set to its id shows it, by the browser alone and without JavaScript.
/// With `open` the server shows it at once; then `close_href` leads back to the page below.
#[component]
pub fn Dialog(
    /// Its id.
    #[prop(into)]
    id: String,
    /// Its heading.
    #[prop(into)]
    title: String,
    /// The word for closing, read out.
    #[prop(into)]
    close_label: String,
    /// Whether it is shown at once.
    #[prop(optional)]
    open: bool,
    /// The page without it; needed with `open`.
    #[prop(into, optional)]
    close_href: OptionalText,
    /// More classes.
    #[prop(into, optional)]
    class: String,
    /// What is asked, with the form that answers.
    children: Children,
) -> impl IntoView {
    let title_id = format!("{id}-title");
    let close = match close_href.into_option() {
        Some(href) => view! {
            <a
                class="button button-quiet button-icon dialog-close"
                href=href
                aria-label=close_label
            >
                <Icon name="x" />
            </a>
        }
        .into_any(),
        None => view! {
            <button
                type="button"
                class="button button-quiet button-icon dialog-close"
                popovertarget=id.clone()
                popovertargetaction="hide"
                aria-label=close_label
            >
                <Icon name="x" />
            </button>
        }
        .into_any(),
    };
    view! {
        <dialog
            class=class_list("dialog", &class)
            id=id
            open=open
            popover=(!open).then_some("auto")
            aria-labelledby=title_id
        >
            <div class="dialog-head">
                <h2 class="dialog-title" id=title_id.clone()>
                    {title}
                </h2>
                {close}
            </div>
            <div class="dialog-body">{children()}</div>
        </dialog>
    }
}
