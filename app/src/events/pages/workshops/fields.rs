//! The workshops in the form of a guest, and as a list to read.

use domain::{
    fields::{FieldError, Problem},
    workshops::Wishes,
};
use leptos::prelude::*;
use words::Words;

use crate::{
    page::{FormState, Pairs},
    ui::{CheckboxField, Details, Prose},
    workshops::views::WorkshopView,
};

/// The names of the fields begin so; the number of the workshop follows.
const FIELD: &str = "workshop-";

/// A box for each workshop that can still be chosen or left. Whoever does not come does not see them. `hint` names the words
/// that say who chooses.
pub(crate) fn workshop_fields(
    words: Words,
    form: &FormState,
    workshops: &[WorkshopView],
    companions: u32,
    hint: &str,
) -> Option<impl IntoView + use<>> {
    let boxes: Vec<_> = workshops
        .iter()
        .filter(|workshop| workshop.is_open)
        .map(|workshop| field(words, form, workshop.clone()))
        .collect();
    let hint = words.with(hint, [("companions", companions.into())]);
    (!boxes.is_empty()).then(|| {
        view! {
            <fieldset class="form-part only-yes">
                <legend>{words.get("workshops-choose")}</legend>
                <p class="cell-sub">{hint}</p>
                <div class="stack">{boxes}</div>
            </fieldset>
        }
    })
}

fn field(words: Words, form: &FormState, workshop: WorkshopView) -> impl IntoView + use<> {
    let name = format!("{FIELD}{}", workshop.number);
    let checked = !form.value(&name, workshop.picked.clone()).is_empty();
    // Too few for a whole party are found out when the form is sent.
    let too_few = |error: &FieldError| error.field == name && error.problem == Problem::NoPlaces;
    let is_full = !workshop.has_places || form.errors.iter().any(too_few);
    let waits = workshop.picked == "wait" || (workshop.picked.is_empty() && is_full);
    let error = form.error(words, &name);
    let more = about(words, &workshop);
    let hint = line(
        words,
        &workshop,
        if is_full {
            "workshop-wait"
        } else {
            "workshop-full"
        },
    );
    view! {
        <CheckboxField
            label=workshop.title name=name value=if waits { "wait" } else { "place" } checked=checked hint=hint error=error
        >
            {more}
        </CheckboxField>
    }
}

/// What it is about, if something is said.
fn about(words: Words, workshop: &WorkshopView) -> Option<impl IntoView + use<>> {
    let about = workshop.about.clone();
    (!about.is_empty()).then(|| {
        view! {
            <Details summary=words.get("workshop-more") class="details-plain"><Prose html=about/></Details>
        }
    })
}

/// When, where, and how the places stand; what can be done about a full one, where something can.
fn line(words: Words, workshop: &WorkshopView, full: &str) -> String {
    let state = match workshop.picked.as_str() {
        "wait" => words.get("workshop-in-line"),
        "place" => words.get("workshop-yours"),
        _ if workshop.is_open && full == "workshop-wait" => words.get(full),
        _ if workshop.is_open && !workshop.has_places => words.get(full),
        _ => String::new(),
    };
    let parts = [workshop.when.clone(), workshop.place.clone(), state];
    let parts = parts.into_iter().filter(|part| !part.is_empty());
    parts.collect::<Vec<_>>().join(" · ")
}

/// The workshops under a heading, to read.
pub(crate) fn workshop_list(
    words: Words,
    key: &str,
    workshops: &[WorkshopView],
) -> Option<impl IntoView + use<>> {
    let lines: Vec<_> = workshops
        .iter()
        .map(|workshop| {
            let (title, line, about) = (
                workshop.title.clone(),
                line(words, workshop, "workshop-full"),
                about(words, workshop),
            );
            view! { <li><p><strong>{title}</strong></p><p class="cell-sub">{line}</p>{about}</li> }
        })
        .collect();
    let title = words.get(key);
    (!lines.is_empty()).then(|| {
        view! { <section class="stack stack-tight"><h2>{title}</h2><ul class="stack page-list">{lines}</ul></section> }
    })
}

/// What was ticked.
pub(crate) fn typed_workshops(pairs: &Pairs) -> Wishes {
    let mut wishes = Wishes::default();
    for (name, value) in &pairs.0 {
        let Some(Ok(number)) = name.strip_prefix(FIELD).map(str::parse) else {
            continue;
        };
        match value.as_str() {
            "place" => wishes.places.push(number),
            "wait" => wishes.waits.push(number),
            _ => {}
        }
    }
    wishes
}
