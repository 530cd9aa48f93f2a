use leptos::prelude::*;

use super::{Field, FieldWiring, OptionalText};

/// Text to be copied elsewhere, such as an address; one click marks all of it.
#[component]
pub fn CopyField(
    /// The words above it.
    #[prop(into)]
    label: String,
    /// The name of the field, for its id.
    #[prop(into)]
    name: String,
    /// What is copied.
    #[prop(into)]
    value: String,
    /// What it is good for.
    #[prop(into, optional)]
    hint: OptionalText,
    /// More classes.
    #[prop(into, optional)]
    class: String,
) -> impl IntoView {
    let wiring = FieldWiring::new(&name, &hint, &OptionalText::default());
    view! {
        <Field label=label name=name hint=hint class=class>
            <input
                class="control copy-control"
                type="text"
                id=wiring.id
                value=value
                readonly=true
                spellcheck="false"
                data-copy="true"
                aria-describedby=wiring.described_by
            />
        </Field>
    }
}
