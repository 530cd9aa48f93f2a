use leptos::prelude::*;

use super::{Button, ButtonKind, OptionalText, class_list::class_list};

/// A square button that shows a picture only; `label` is read out.
#[component]
pub fn IconButton(
    /// The picture.
    icon: &'static str,
    /// What happens.
    #[prop(into)]
    label: String,
    /// How much it asks to be pressed.
    #[prop(default = ButtonKind::Quiet)]
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
    /// The id of the `Dialog` that it opens.
    #[prop(into, optional)]
    opens: OptionalText,
    /// More classes.
    #[prop(into, optional)]
    class: String,
) -> impl IntoView {
    view! {
        <Button
            kind=kind
            button_type=button_type
            name=name
            value=value
            icon=icon
            opens=opens
            class=class_list("button-icon", &class)
        >
            <span class="sr-only">{label}</span>
        </Button>
    }
}
