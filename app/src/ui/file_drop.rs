use leptos::prelude::*;

use super::{Field, FieldWiring, OptionalText};

/// A file to choose or to drop; the browser's own input in a larger frame.
#[component]
pub fn FileDrop(
    /// The words above it.
    #[prop(into)]
    label: String,
    /// The name under which it is sent.
    #[prop(into)]
    name: String,
    /// The kinds of file, such as `.csv,.xlsx`.
    #[prop(into, optional)]
    accept: OptionalText,
    /// What helps to choose: kinds and largest size.
    #[prop(into, optional)]
    hint: OptionalText,
    /// What is wrong with what was chosen.
    #[prop(into, optional)]
    error: OptionalText,
    /// The word behind the label of a field that may stay empty.
    #[prop(into, optional)]
    optional: OptionalText,
    /// Whether several may be chosen.
    #[prop(optional)]
    multiple: bool,
    /// Whether one must be chosen.
    #[prop(optional)]
    required: bool,
    /// More classes.
    #[prop(into, optional)]
    class: String,
) -> impl IntoView {
    let wiring = FieldWiring::new(&name, &hint, &error);
    view! {
        <Field label=label name=name.clone() hint=hint error=error optional=optional class=class>
            <input
                class="file-drop"
                type="file"
                id=wiring.id
                name=name
                accept=accept.into_option()
                multiple=multiple
                required=required
                aria-describedby=wiring.described_by
                aria-invalid=wiring.invalid
            />
        </Field>
    }
}
