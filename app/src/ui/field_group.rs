use leptos::prelude::*;

use super::{
    FieldWiring, OptionalText, class_list::class_list, field_notes::FieldNotes,
    optional_word::optional_word,
};

/// A legend, hint and error around several controls that answer one question.
#[component]
pub fn FieldGroup(
    /// The question.
    #[prop(into)]
    legend: String,
    /// The name under which the answer is sent.
    #[prop(into)]
    name: String,
    /// What helps to answer.
    #[prop(into, optional)]
    hint: OptionalText,
    /// What is wrong with the answer.
    #[prop(into, optional)]
    error: OptionalText,
    /// The word behind the legend of a question that may stay unanswered.
    #[prop(into, optional)]
    optional: OptionalText,
    /// The role, `radiogroup` where one of several is chosen.
    #[prop(into, optional)]
    role: OptionalText,
    /// More classes.
    #[prop(into, optional)]
    class: String,
    /// The controls; the first has the id of the field.
    children: Children,
) -> impl IntoView {
    let own = if error.is_some() {
        "field field-with-error"
    } else {
        "field"
    };
    let wiring = FieldWiring::new(&name, &hint, &error);
    let invalid = wiring.invalid.filter(|_| role.is_some());
    view! {
        <fieldset
            class=class_list(own, &class)
            role=role.into_option()
            aria-describedby=wiring.described_by
            aria-invalid=invalid
        >
            <legend class="field-label field-legend">
                {legend}
                {optional_word(optional)}
            </legend>
            <FieldNotes name=name hint=hint error=error />
            {children()}
        </fieldset>
    }
}
