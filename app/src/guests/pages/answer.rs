//! Entering the answer of a guest who gave it in another way.

use domain::{access::act, events::COMPANIONS_MAX};
use leptos::prelude::*;

use crate::{
    error::ApiError,
    events::pages::{questions::asked_questions, workshops::workshop_fields},
    page::{Ctx, Pairs, form, load, organiser, page_param, param},
    registrations::{
        api::{answer_for, load_invitation_of},
        pages::{answer_form, companions},
        views::InvitationView,
    },
    ui::{Button, ButtonKind, CheckboxField, Choice, LinkButton, PageHeader, RadioCards, TextArea},
};

/// Yes or no, and what belongs to it.
#[component]
pub fn EnterAnswerPage() -> impl IntoView {
    let (event, guest) = (page_param("event"), page_param("guest"));
    load(|ctx| async move {
        ctx.must_at::<act::EditGuests>(&event)?;
        let shown = load_invitation_of(event.clone(), guest.clone()).await?;
        let words = ctx.words;
        let inner = ctx.clone();
        Ok(organiser(&ctx, words.get("enter-title"), move || {
            let back = format!("/app/events/{event}/guests/{guest}");
            let action = format!("{back}/answer");
            let name = shown.guest.full_name.clone();
            view! {
                <PageHeader title=words.get("enter-title") back_href=back.clone() back_label=name/>
                {form(&inner)}
                <form method="post" action=action class="form">
                    <input type="hidden" name="seen" value=inner.form.value("seen", shown.guest.standing.clone())/>
                    {fields(&inner, &shown)}
                    <div class="actions">
                        <Button>{words.get("enter-do")}</Button>
                        <LinkButton href=back kind=ButtonKind::Link>{words.get("cancel")}</LinkButton>
                    </div>
                </form>
            }
            .into_any()
        }))
    })
}

fn fields(ctx: &Ctx, shown: &InvitationView) -> impl IntoView + use<> {
    let (words, state) = (ctx.words, &ctx.form);
    let known = match shown.guest.standing.as_str() {
        "declined" | "cancelled" => "no",
        // Whoever waits would be let in before all others.
        "accepted" | "offered" => "yes",
        "maybe" => "maybe",
        _ => "",
    };
    // A few more than others may bring; without scripts each has a field.
    let companions_max = shown.companions_max.max(shown.guest.places) + 3;
    let companions_max = companions_max.min(COMPANIONS_MAX);
    let mut choices = vec![Choice::new("yes", words.get("enter-yes")).icon("check")];
    if shown.event.rules.maybe && !shown.has_requested {
        choices.push(Choice::new("maybe", words.get("enter-maybe")).icon("circle-question-mark"));
    }
    choices.push(Choice::new("no", words.get("enter-no")).icon("x"));
    let tells = (!shown.guest.email.is_empty()).then(|| {
        let checked = !state.sent || state.values.find("tells").is_some();
        view! {
            <CheckboxField
                label=words.get("enter-tell") name="tells" checked=checked
                hint=words.with("enter-tell-hint", [("email", (&shown.guest.email).into())])
            />
        }
    });
    view! {
        <RadioCards
            legend=words.get("enter-legend") name="answer" choices=choices value=state.value("answer", known)
            error=state.error(words, "answer") hint=words.get("enter-hint") required=true
        />
        {companions(words, state, companions_max, &shown.guest.companions, "enter-companions")}
        {workshop_fields(words, state, &shown.workshops, companions_max, "enter-workshops")}
        {asked_questions(words, state, &shown.asked)}
        <TextArea
            label=words.get("enter-message") name="message" rows=3
            value=state.value("message", shown.guest.message.clone()) error=state.error(words, "message")
            optional=words.get("optional") maxlength=1_000
        />
        {tells}
    }
}

/// What the form does.
pub async fn enter(path: Vec<String>, pairs: Pairs) -> Result<String, ApiError> {
    let (event, guest) = (param(&path, 0)?, param(&path, 1)?);
    let (tells, seen) = (pairs.text("tells"), pairs.text("seen"));
    answer_for(
        event.clone(),
        guest.clone(),
        answer_form(&pairs),
        tells,
        seen,
    )
    .await?;
    Ok(format!("/app/events/{event}/guests/{guest}?done"))
}
