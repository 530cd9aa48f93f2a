use leptos::prelude::*;

use super::{Choice, FieldGroup, OptionalText};

/// Any number of several answers; each ticked one is sent under the same name.
#[component]
pub fn CheckboxGroup(
    /// The question.
    #[prop(into)]
    legend: String,
    /// The name under which the answers are sent.
    #[prop(into)]
    name: String,
    /// The answers.
    choices: Vec<Choice>,
    /// The values that are ticked.
    #[prop(optional)]
    values: Vec<String>,
    /// What helps to answer.
    #[prop(into, optional)]
    hint: OptionalText,
    /// What is wrong with the answer.
    #[prop(into, optional)]
    error: OptionalText,
    /// The word behind the legend of a question that may stay unanswered.
    #[prop(into, optional)]
    optional: OptionalText,
    /// More classes.
    #[prop(into, optional)]
    class: String,
) -> impl IntoView {
    let boxes = choices
        .into_iter()
        .enumerate()
        .map(|(place, choice)| {
            let checked = values.contains(&choice.value);
            box_row(Choice::id(&name, place), name.clone(), choice, checked)
        })
        .collect_view();
    view! {
        <FieldGroup
            legend=legend
            name=name
            hint=hint
            error=error
            optional=optional
            class=class
        >
            <div>{boxes}</div>
        </FieldGroup>
    }
}

/// One answer with its box.
fn box_row(id: String, name: String, choice: Choice, checked: bool) -> impl IntoView {
    let hint_id = choice.hint.is_some().then(|| format!("{id}-hint"));
    view! {
        <div class="choice">
            <input
                class="choice-box"
                type="checkbox"
                id=id.clone()
                name=name
                value=choice.value
                checked=checked
                disabled=choice.disabled
                aria-describedby=hint_id.clone()
            />
            <div>
                <label class="choice-label" for=id>
                    {choice.label}
                </label>
                {choice
                    .hint
                    .map(|words| view! { <span class="choice-hint" id=hint_id>{words}</span> })}
            </div>
        </div>
    }
}
