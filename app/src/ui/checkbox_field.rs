use leptos::prelude::*;

use super::{
    FieldWiring, OptionalText, class_list::class_list, field_notes::FieldNotes,
    optional_word::optional_word,
};

/// One box to tick, with its words beside it.
#[component]
pub fn CheckboxField(
    /// The words beside it.
    #[prop(into)]
    label: String,
    /// The name under which it is sent.
    #[prop(into)]
    name: String,
    /// What is sent when it is ticked.
    #[prop(into, default = "yes".to_owned())]
    value: String,
    /// Whether it is ticked.
    #[prop(optional)]
    checked: bool,
    /// What helps to decide.
    #[prop(into, optional)]
    hint: OptionalText,
    /// What is wrong.
    #[prop(into, optional)]
    error: OptionalText,
    /// The word behind the label of a box that may stay empty.
    #[prop(into, optional)]
    optional: OptionalText,
    /// Whether it must be ticked.
    #[prop(optional)]
    required: bool,
    /// Whether it cannot be changed now.
    #[prop(optional)]
    disabled: bool,
    /// More classes.
    #[prop(into, optional)]
    class: String,
    /// More below the words, such as the full text behind a `Details`.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let own = if error.is_some() {
        "field field-with-error"
    } else {
        "field"
    };
    let wiring = FieldWiring::new(&name, &hint, &error);
    let hint_id = format!("{}-hint", wiring.id);
    view! {
        <div class=class_list(own, &class)>
            <FieldNotes name=name.clone() hint=OptionalText::default() error=error />
            <div class="choice">
                <input
                    class="choice-box"
                    type="checkbox"
                    id=wiring.id.clone()
                    name=name
                    value=value
                    checked=checked
                    required=required
                    disabled=disabled
                    aria-describedby=wiring.described_by
                    aria-invalid=wiring.invalid
                />
                <div>
                    <label class="choice-label" for=wiring.id>
                        {label} {optional_word(optional)}
                    </label>
                    {hint_line(hint_id, hint)}
                    {children.map(|children| view! { <div class="choice-more">{children()}</div> })}
                </div>
            </div>
        </div>
    }
}

/// What helps to decide, below the words.
fn hint_line(id: String, hint: OptionalText) -> impl IntoView {
    hint.into_option()
        .map(|words| view! { <p class="choice-hint" id=id>{words}</p> })
}
