//! The fields of an event, on the pages that create and change it.

use domain::events::AnswerRules;
use leptos::prelude::*;

use crate::{
    events::views::EventForm,
    page::{Ctx, Pairs},
    ui::{
        CheckboxField, Choice, DateTimeField, Details, RadioCards, SelectField, TextArea, TextField,
    },
};

/// The fields, with what was typed or what they start with.
#[component]
pub(super) fn EventFields(
    /// The context, for a form that is shown again.
    ctx: Ctx,
    /// What the fields start with.
    start: EventForm,
) -> impl IntoView {
    let words = ctx.words;
    let t = |key: &str| words.get(key);
    let form = &ctx.form;
    let error = |name: &str| form.error(words, name);
    let zones = words::zones()
        .into_iter()
        .map(|zone| (zone.clone(), zone.replace('_', " ")))
        .collect();
    let admission = vec![
        Choice::new("invitation", t("admission-invitation"))
            .hint(t("admission-invitation-hint"))
            .icon("mail"),
        Choice::new("open", t("admission-open"))
            .hint(t("admission-open-hint"))
            .icon("door-open"),
    ];
    let answer_time = answer_time(&ctx, start.opens, start.answer_until);
    let waiting_list = waiting_list(&ctx, start.offer_hours);
    let [by_approval, maybe] = rules(&ctx, start.rules);
    view! {
        <TextField
            label=t("event-title") name="title" value=form.value("title", start.title) error=error("title")
            required=true maxlength=120
        />
        <div class="form-row">
            <DateTimeField
                label=t("event-starts") name="starts" value=form.value("starts", start.starts) error=error("starts")
                required=true
            />
            <DateTimeField
                label=t("event-ends") name="ends" value=form.value("ends", start.ends) error=error("ends")
                required=true
            />
        </div>
        <SelectField
            label=t("event-zone") name="zone" options=zones value=form.value("zone", start.zone) error=error("zone")
            required=true
        />
        <TextField
            label=t("event-place") name="place" value=form.value("place", start.place) error=error("place")
            optional=t("optional") maxlength=200
        />
        {answer_time}
        <RadioCards
            legend=t("event-admission") name="admission" choices=admission
            value=form.value("admission", start.admission) error=error("admission") required=true
        />
        {by_approval}
        {maybe}
        <div class="form-row">
            <TextField
                label=t("event-capacity") name="capacity" value=form.value("capacity", start.capacity)
                error=error("capacity") inputmode="numeric" hint=t("event-capacity-hint") optional=t("optional")
            />
            <TextField
                label=t("event-companions") name="companions" value=form.value("companions", start.companions)
                error=error("companions") inputmode="numeric" hint=t("event-companions-hint")
            />
        </div>
        {waiting_list}
        <TextArea
            label=t("event-description") name="description" value=form.value("description", start.description)
            error=error("description") hint=t("event-description-hint") optional=t("optional") rows=6
            maxlength=10_000
        />
    }
}

/// How guests may answer, a box each.
fn rules(ctx: &Ctx, rules: AnswerRules) -> [impl IntoView + use<>; 2] {
    let (words, form) = (ctx.words, &ctx.form);
    [("by-approval", rules.by_approval), ("maybe", rules.maybe)].map(|(name, at_first)| {
        let checked = if form.sent {
            form.values.find(name).is_some()
        } else {
            at_first
        };
        let label = words.get(&format!("event-{name}"));
        let hint = words.get(&format!("event-{name}-hint"));
        view! { <CheckboxField label=label name=name checked=checked hint=hint/> }
    })
}

/// From when until when can be answered; folded away while it is from publishing until the start.
fn answer_time(ctx: &Ctx, opens: String, until: String) -> impl IntoView + use<> {
    let (words, form) = (ctx.words, &ctx.form);
    let (opens, until) = (
        form.value("opens", opens),
        form.value("answer-until", until),
    );
    let (opens_error, until_error) = (
        form.error(words, "opens"),
        form.error(words, "answer-until"),
    );
    let open = !opens.is_empty() || !until.is_empty();
    view! {
        <Details summary=words.get("event-answer-time") open=open class="details-plain">
            <div class="form-row">
                <DateTimeField
                    label=words.get("event-opens") name="opens" value=opens error=opens_error
                    hint=words.get("event-opens-hint") optional=words.get("optional")
                />
                <DateTimeField
                    label=words.get("event-answer-until") name="answer-until" value=until error=until_error
                    hint=words.get("event-answer-until-hint") optional=words.get("optional")
                />
            </div>
        </Details>
    }
}

/// Hours that are proposed for an offer.
const OFFER_HOURS: [u32; 6] = [6, 12, 24, 48, 72, 168];

/// Whether there is a waiting list, and for how long a place is offered.
fn waiting_list(ctx: &Ctx, hours: String) -> impl IntoView + use<> {
    let (words, form) = (ctx.words, &ctx.form);
    let hours = form.value("offer-hours", hours);
    let mut choices: Vec<u32> = OFFER_HOURS.to_vec();
    // What was chosen elsewhere stays.
    choices.extend(
        hours
            .parse::<u32>()
            .ok()
            .filter(|own| !OFFER_HOURS.contains(own)),
    );
    choices.sort_unstable();
    let choice = |hours: u32| {
        (
            hours.to_string(),
            words.with("event-offer-hours", [("hours", hours.into())]),
        )
    };
    view! {
        <SelectField
            label=words.get("event-waiting-list") name="offer-hours" prompt=words.get("event-waiting-list-none")
            options=choices.into_iter().map(choice).collect() value=hours error=form.error(words, "offer-hours")
            hint=words.get("event-waiting-list-hint") autocomplete="off"
        />
    }
}

/// What was typed.
pub(super) fn event_form(pairs: &Pairs) -> EventForm {
    EventForm {
        title: pairs.text("title"),
        place: pairs.text("place"),
        description: pairs.text("description"),
        starts: pairs.text("starts"),
        ends: pairs.text("ends"),
        zone: pairs.text("zone"),
        admission: pairs.text("admission"),
        capacity: pairs.text("capacity"),
        companions: pairs.text("companions"),
        offer_hours: pairs.text("offer-hours"),
        rules: AnswerRules {
            by_approval: pairs.find("by-approval").is_some(),
            maybe: pairs.find("maybe").is_some(),
        },
        opens: pairs.text("opens"),
        answer_until: pairs.text("answer-until"),
        from: pairs.text("from"),
        request_key: pairs.text("request-key"),
    }
}
