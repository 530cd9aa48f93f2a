use leptos::prelude::*;

use super::{ButtonKind, Icon, OptionalText, class_list::class_list};

/// A button; it submits its form unless it `opens` a dialog.
///
/// Classes for `class`: `button-small`, `button-large`, `button-wide`.
#[component]
pub fn Button(
    /// How much it asks to be pressed.
    #[prop(optional)]
    kind: ButtonKind,
    /// The `type`: `submit`, `button` or `reset`.
    #[prop(default = "submit")]
    button_type: &'static str,
    /// The name under which `value` is sent.
    #[prop(into, optional)]
    name: OptionalText,
    /// What is sent when this button was the one.
    #[prop(into, optional)]
    value: OptionalText,
    /// A picture before the words.
    #[prop(optional)]
    icon: Option<&'static str>,
    /// Whether it cannot be pressed now.
    #[prop(optional)]
    disabled: bool,
    /// The id of the `Dialog` that it opens.
    #[prop(into, optional)]
    opens: OptionalText,
    /// The id of a form elsewhere on the page.
    #[prop(into, optional)]
    form: OptionalText,
    /// Another address for the form.
    #[prop(into, optional)]
    formaction: OptionalText,
    /// Whether the browser's own checks are skipped (save a draft, go back).
    #[prop(optional)]
    formnovalidate: bool,
    /// More classes.
    #[prop(into, optional)]
    class: String,
    /// The words: what happens.
    children: Children,
) -> impl IntoView {
    let button_type = if opens.is_some() {
        "button"
    } else {
        button_type
    };
    view! {
        <button
            type=button_type
            class=class_list(kind.class(), &class)
            name=name.into_option()
            value=value.into_option()
            disabled=disabled
            popovertarget=opens.into_option()
            form=form.into_option()
            formaction=formaction.into_option()
            formnovalidate=formnovalidate
        >
            {icon.map(|name| view! { <Icon name=name /> })}
            {children()}
        </button>
    }
}
