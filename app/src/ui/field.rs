use leptos::prelude::*;

use super::{
    OptionalText, class_list::class_list, field_id, field_notes::FieldNotes,
    optional_word::optional_word,
};

/// Label, hint and error around a control of one's own.
///
/// The control takes its `id`, `aria-describedby` and `aria-invalid` from [`super::FieldWiring`].
#[component]
pub fn Field(
    /// The words above the control.
    #[prop(into)]
    label: String,
    /// The name under which the control is sent.
    #[prop(into)]
    name: String,
    /// What helps to fill it in.
    #[prop(into, optional)]
    hint: OptionalText,
    /// What is wrong with what was filled in.
    #[prop(into, optional)]
    error: OptionalText,
    /// The word behind the label of a field that may stay empty.
    #[prop(into, optional)]
    optional: OptionalText,
    /// More classes.
    #[prop(into, optional)]
    class: String,
    /// The control.
    children: Children,
) -> impl IntoView {
    let own = if error.is_some() {
        "field field-with-error"
    } else {
        "field"
    };
    view! {
        <div class=class_list(own, &class)>
            <label class="field-label" for=field_id(&name)>
                {label}
                {optional_word(optional)}
            </label>
            <FieldNotes name=name hint=hint error=error />
            {children()}
        </div>
    }
}
