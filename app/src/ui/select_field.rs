use leptos::prelude::*;

use super::{Field, FieldWiring, OptionalText};

/// One of several, from the browser's own list.
#[component]
pub fn SelectField(
    /// The words above it.
    #[prop(into)]
    label: String,
    /// The name under which it is sent.
    #[prop(into)]
    name: String,
    /// What can be chosen: value and words.
    options: Vec<(String, String)>,
    /// The value that is chosen.
    #[prop(into, optional)]
    value: OptionalText,
    /// The words of a first, empty choice.
    #[prop(into, optional)]
    prompt: OptionalText,
    /// What helps to choose.
    #[prop(into, optional)]
    hint: OptionalText,
    /// What is wrong with what was chosen.
    #[prop(into, optional)]
    error: OptionalText,
    /// The word behind the label of a field that may stay empty.
    #[prop(into, optional)]
    optional: OptionalText,
    /// The `autocomplete` token.
    #[prop(into, optional)]
    autocomplete: OptionalText,
    /// Whether something must be chosen.
    #[prop(optional)]
    required: bool,
    /// Whether nothing can be chosen now.
    #[prop(optional)]
    disabled: bool,
    /// More classes.
    #[prop(into, optional)]
    class: String,
) -> impl IntoView {
    let wiring = FieldWiring::new(&name, &hint, &error);
    let chosen = value.into_option();
    let choices = options
        .into_iter()
        .map(|(value, words)| {
            let selected = chosen.as_deref() == Some(value.as_str());
            view! { <option value=value selected=selected>{words}</option> }
        })
        .collect_view();
    view! {
        <Field label=label name=name.clone() hint=hint error=error optional=optional class=class>
            <select
                class="control"
                id=wiring.id
                name=name
                autocomplete=autocomplete.into_option()
                required=required
                disabled=disabled
                aria-describedby=wiring.described_by
                aria-invalid=wiring.invalid
            >
                {prompt.into_option().map(|words| view! { <option value="">{words}</option> })}
                {choices}
            </select>
        </Field>
    }
}
