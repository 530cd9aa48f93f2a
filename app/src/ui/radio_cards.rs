use leptos::prelude::*;

use super::{Choice, FieldGroup, Icon, OptionalText};

/// One of a few answers, each a card of its own.
#[component]
pub fn RadioCards(
    /// The question.
    #[prop(into)]
    legend: String,
    /// The name under which the answer is sent.
    #[prop(into)]
    name: String,
    /// The answers.
    choices: Vec<Choice>,
    /// The value that is chosen.
    #[prop(into, optional)]
    value: OptionalText,
    /// What helps to answer.
    #[prop(into, optional)]
    hint: OptionalText,
    /// What is wrong with the answer.
    #[prop(into, optional)]
    error: OptionalText,
    /// The word behind the legend of a question that may stay unanswered.
    #[prop(into, optional)]
    optional: OptionalText,
    /// Whether one must be chosen.
    #[prop(optional)]
    required: bool,
    /// More classes.
    #[prop(into, optional)]
    class: String,
) -> impl IntoView {
    let chosen = value.into_option();
    let cards = choices
        .into_iter()
        .enumerate()
        .map(|(place, choice)| {
            let checked = chosen.as_deref() == Some(choice.value.as_str());
            let id = Choice::id(&name, place);
            radio_card(id, name.clone(), choice, checked, required)
        })
        .collect_view();
    view! {
        <FieldGroup
            legend=legend
            name=name
            hint=hint
            error=error
            optional=optional
            role="radiogroup"
            class=class
        >
            <div class="choice-cards">{cards}</div>
        </FieldGroup>
    }
}

/// One answer as a card.
fn radio_card(
    id: String,
    name: String,
    choice: Choice,
    checked: bool,
    required: bool,
) -> impl IntoView {
    view! {
        <label class="choice-card">
            <input
                class="choice-box"
                type="radio"
                id=id
                name=name
                value=choice.value
                checked=checked
                required=required
                disabled=choice.disabled
            />
            <span>
                <span class="choice-label">{choice.label}</span>
                {choice.hint.map(|words| view! { <span class="choice-hint">{words}</span> })}
            </span>
            {choice.icon.map(|name| view! { <Icon name=name /> })}
        </label>
    }
}
