//! The fields about people: names and companions.

use leptos::prelude::*;
use words::Words;

use crate::{
    page::{FormState, Pairs},
    registrations::companions::CompanionFields,
    ui::{SelectField, TextField},
};

/// First and last name.
pub(super) fn names(
    words: Words,
    form: &FormState,
    given: &str,
    family: &str,
) -> impl IntoView + use<> {
    view! {
        <div class="form-row">
            <TextField
                label=words.get("field-given-name") name="given-name" value=form.value("given-name", given)
                error=form.error(words, "given-name") autocomplete="given-name" maxlength=100
            />
            <TextField
                label=words.get("field-family-name") name="family-name" value=form.value("family-name", family)
                error=form.error(words, "family-name") autocomplete="family-name" maxlength=100
            />
        </div>
    }
}

/// Companions, where some are allowed; `key` names the words of the question how many.
pub(crate) fn companions(
    words: Words,
    form: &FormState,
    max: u32,
    known: &[String],
    key: &str,
) -> impl IntoView + use<> {
    let label = words.get(key);
    (max > 0).then(|| {
        let start = u32::try_from(known.len()).unwrap_or(0).min(max);
        let count = if form.sent {
            form.values.get("companions").parse().unwrap_or(0)
        } else {
            start
        };
        let known = |at: u32| {
            let place = usize::try_from(at - 1).ok();
            place.and_then(|place| known.get(place)).cloned()
        };
        let choices = (0..=max)
            .map(|count| {
                let words = words.with("companions-choice", [("count", count.into())]);
                (count.to_string(), words)
            })
            .collect();
        let fields = (1..=max)
            .map(|at| {
                let name = format!("companion-{at}");
                let label = words.with(
                    "companions-name",
                    [("number", at.into()), ("max", max.into())],
                );
                view! {
                    <div data-companion=at.to_string()>
                        <TextField
                            label=label value=form.value(&name, known(at).unwrap_or_default())
                            error=form.error(words, &name) name=name optional=words.get("optional")
                            autocomplete="off" maxlength=100
                        />
                    </div>
                }
            })
            .collect_view();
        let count = count.min(max);
        view! {
            <CompanionFields count=count max=max>
                <div class="stack">
                <SelectField
                    label=label name="companions" options=choices value=count.to_string()
                    autocomplete="off"
                />
                {fields}
                </div>
            </CompanionFields>
        }
    })
}

/// The names of as many companions as were said to come. Names without a number count too: nobody who fills in a name
/// means to come alone.
pub(super) fn typed_companions(pairs: &Pairs) -> Vec<String> {
    let typed: Vec<String> = (1..=domain::events::COMPANIONS_MAX)
        .map(|at| pairs.text(&format!("companion-{at}")))
        .collect();
    let named = typed
        .iter()
        .rposition(|name| !name.trim().is_empty())
        .map_or(0, |at| at + 1);
    let said: usize = pairs.get("companions").parse().unwrap_or(named);
    typed
        .into_iter()
        .take(said.min(50))
        .chain(std::iter::repeat(String::new()))
        .take(said.min(50))
        .collect()
}
