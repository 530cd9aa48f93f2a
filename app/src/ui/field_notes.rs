use leptos::prelude::*;

use super::{Icon, OptionalText, field_id};

/// The hint and the error of a field, with the ids that `FieldWiring` names.
#[component]
pub(super) fn FieldNotes(
    /// The name of the field.
    name: String,
    /// What helps to fill it in.
    hint: OptionalText,
    /// What is wrong with what was filled in.
    error: OptionalText,
) -> impl IntoView {
    let id = field_id(&name);
    let hint_id = format!("{id}-hint");
    let error_id = format!("{id}-error");
    view! {
        {hint.into_option().map(|words| view! { <p class="field-hint" id=hint_id>{words}</p> })}
        {error
            .into_option()
            .map(|words| {
                view! {
                    <p class="field-error" id=error_id>
                        <Icon name="circle-alert" />
                        <span>{words}</span>
                    </p>
                }
            })}
    }
}
