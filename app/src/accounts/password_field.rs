//! A new password, with the rule that it has to keep, ticked off while it is typed.

#![allow(
    missing_docs,
    reason = "the macro makes items of its own that nobody can document"
)]

use domain::passwords::has_special;
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use crate::ui::{Field, FieldWiring, Icon, OptionalText};

/// The name under which it is sent.
const NAME: &str = "new-password";

/// The words of the field.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PasswordLabels {
    /// Above the field.
    pub label: String,
    /// What helps to choose one.
    pub hint: String,
    /// The rule: how long, and what must be in it, if anything.
    pub rules: Vec<String>,
    /// A part of the rule is kept, read out.
    pub kept: String,
    /// A part of the rule is not kept yet, read out.
    pub open: String,
}

/// A field for a new password. The password itself stays in the field.
#[island]
pub fn NewPasswordField(
    /// Words.
    labels: PasswordLabels,
    /// The shortest password, in characters.
    length_min: usize,
    /// What is wrong with what was sent; empty if nothing.
    error: String,
) -> impl IntoView {
    let kept = RwSignal::new([false; 2]);
    let typed = move |event: leptos::ev::Event| {
        let password = event_target_value(&event);
        kept.set([
            password.chars().count() >= length_min,
            has_special(&password),
        ]);
    };
    let (hint, error) = (OptionalText::from(labels.hint), OptionalText::from(error));
    let wiring = FieldWiring::new(NAME, &hint, &error);
    let rules = labels
        .rules
        .into_iter()
        .enumerate()
        .map(|(at, rule)| {
            let (yes, no) = (labels.kept.clone(), labels.open.clone());
            let said = move || {
                if kept.get()[at] {
                    yes.clone()
                } else {
                    no.clone()
                }
            };
            view! {
                <li class="password-rule" class:password-rule-kept=move || kept.get()[at]>
                    <Icon name="check"/>
                    <span>{rule}</span>
                    <span class="sr-only">{said}</span>
                </li>
            }
        })
        .collect_view();
    view! {
        <Field label=labels.label name=NAME hint=hint error=error>
            <input
                class="control"
                type="password"
                id=wiring.id
                name=NAME
                autocomplete="new-password"
                required=true
                aria-describedby=wiring.described_by
                aria-invalid=wiring.invalid
                on:input=typed
            />
            <ul class="password-rules">{rules}</ul>
        </Field>
    }
}
