//! The fields about people: names and companions.

use leptos::prelude::*;
use words::Words;

use crate::{
    page::{FormState, Pairs},
    registrations::companions::{CompanionFields, CompanionLabels},
    ui::TextField,
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

/// Companions, where some are allowed.
pub(super) fn companions(
    words: Words,
    form: &FormState,
    max: u32,
    known: &[String],
) -> impl IntoView + use<> {
    (max > 0).then(|| {
        let start = u32::try_from(known.len()).unwrap_or(0).min(max);
        let count = if form.sent {
            form.values.get("companions").parse().unwrap_or(0)
        } else {
            start
        };
        let places = 1..=max;
        let name = |at: u32| {
            let known = usize::try_from(at - 1)
                .ok()
                .and_then(|at| known.get(at))
                .cloned()
                .unwrap_or_default();
            form.value(&format!("companion-{at}"), known)
        };
        let labels = CompanionLabels {
            count: words.get("companions-count"),
            choices: (0..=max)
                .map(|count| words.with("companions-choice", [("count", count.into())]))
                .collect(),
            names: places
                .clone()
                .map(|at| {
                    words.with(
                        "companions-name",
                        [("number", at.into()), ("max", max.into())],
                    )
                })
                .collect(),
            optional: words.get("optional"),
        };
        let names: Vec<String> = places.clone().map(name).collect();
        let errors: Vec<String> = places
            .map(|at| form.error(words, &format!("companion-{at}")))
            .collect();
        view! { <CompanionFields count=count.min(max) names=names errors=errors labels=labels/> }
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
