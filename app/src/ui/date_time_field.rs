use leptos::prelude::*;

use super::{Field, FieldWiring, OptionalText};

/// A day and a time of day, by the browser's own picker.
///
/// The value is local time (`2027-03-12T18:00`); which zone that is, the caller says in `zone`.
#[component]
pub fn DateTimeField(
    /// The words above it.
    #[prop(into)]
    label: String,
    /// The name under which it is sent.
    #[prop(into)]
    name: String,
    /// What stands in it, as `2027-03-12T18:00`.
    #[prop(into, optional)]
    value: OptionalText,
    /// The earliest, in the same form.
    #[prop(into, optional)]
    min: OptionalText,
    /// The latest, in the same form.
    #[prop(into, optional)]
    max: OptionalText,
    /// The zone in words, shown behind it.
    #[prop(into, optional)]
    zone: OptionalText,
    /// What helps to fill it in.
    #[prop(into, optional)]
    hint: OptionalText,
    /// What is wrong with what was filled in.
    #[prop(into, optional)]
    error: OptionalText,
    /// The word behind the label of a field that may stay empty.
    #[prop(into, optional)]
    optional: OptionalText,
    /// Whether it must be filled in.
    #[prop(optional)]
    required: bool,
    /// More classes.
    #[prop(into, optional)]
    class: String,
) -> impl IntoView {
    let wiring = FieldWiring::new(&name, &hint, &error);
    view! {
        <Field label=label name=name.clone() hint=hint error=error optional=optional class=class>
            <div class="date-time">
                <input
                    class="control"
                    type="datetime-local"
                    id=wiring.id
                    name=name
                    value=value.into_option()
                    min=min.into_option()
                    max=max.into_option()
                    step="60"
                    required=required
                    aria-describedby=wiring.described_by
                    aria-invalid=wiring.invalid
                />
                {zone
                    .into_option()
                    .map(|words| view! { <span class="date-time-zone">{words}</span> })}
            </div>
        </Field>
    }
}
