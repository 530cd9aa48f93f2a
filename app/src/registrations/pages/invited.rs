//! The page of a personal invitation. Opening it changes nothing.

use leptos::prelude::*;
use words::Words;

use super::{
    event_card::EventGlance,
    people::{companions, names, typed_companions},
    sections::{Colours, Sections, cover},
    waiting::{can_wait_instead, offer_time, wait_button},
};
use crate::{
    error::ApiError,
    events::pages::questions::{asked_questions, typed_replies},
    events::pages::workshops::{typed_workshops, workshop_fields, workshop_list},
    page::{Ctx, Pairs, form, load, page_param, param, participant},
    registrations::{
        api,
        views::{AnswerForm, InvitationView},
    },
    ui::{Button, Card, Choice, LinkButton, Notice, NoticeKind, RadioCards, TextArea, TextField},
};

/// Greeting, event and answer.
#[component]
pub fn InvitedPage() -> impl IntoView {
    let token = page_param("token");
    load(|ctx| async move {
        let shown = api::load_invitation(token.clone()).await?;
        let words = ctx.words;
        let organiser = shown.organiser.clone();
        let title = shown.event.title.clone();
        let inner = ctx.clone();
        Ok(participant(&ctx, title.clone(), &organiser, move || {
            let greeting = words.with("invited-greeting", [("name", shown.called().into())]);
            let event = shown.event.clone();
            let page = shown.page.clone();
            // Who can answer now reads of them in the form.
            let in_form = shown.event.takes_answers && !shown.waits && !shown.is_answered();
            let to_read =
                (!in_form).then(|| workshop_list(words, "workshops-choose", &shown.workshops));
            view! {
                <div class="stack stack-wide">
                    {cover(&page.cover)}
                    <div class="stack stack-tight">
                        <p class="lead">{greeting}</p>
                        <h1 class="event-title">{title}</h1>
                    </div>
                    <EventGlance words=words event=event/>
                    {body(&inner, &token, &shown)}
                    <Sections words=words page=page.clone()/>
                    {to_read}
                    <Colours href=page.colours/>
                </div>
            }
            .into_any()
        }))
    })
}

fn body(ctx: &Ctx, token: &str, shown: &InvitationView) -> AnyView {
    let words = ctx.words;
    let own = format!("/m/{token}");
    if shown.is_answered() && !ctx.form.sent {
        if shown.guest.standing == "unconfirmed" {
            return view! {
                <Notice kind=NoticeKind::Info title=words.get("confirm-title")><p>{words.get("confirm-elsewhere")}</p></Notice>
                <div class="actions"><LinkButton href=own>{words.get("invited-to-own-page")}</LinkButton></div>
            }
            .into_any();
        }
        let title = words.get(&format!("own-title-{}", shown.guest.standing));
        let (kind, text) = match shown.guest.standing.as_str() {
            "offered" | "lapsed" => (NoticeKind::Warn, "invited-decide"),
            "refused" => (NoticeKind::Info, "invited-refused"),
            _ => (NoticeKind::Ok, "invited-answered"),
        };
        let text = words.get(text);
        return view! {
            <Notice kind=kind title=title><p>{text}</p></Notice>
            <div class="actions"><LinkButton href=own>{words.get("invited-to-own-page")}</LinkButton></div>
        }
        .into_any();
    }
    if shown.event.is_early {
        let opens = [("opens", (&shown.event.opens).into())];
        let text = words.with("registration-early-text", opens);
        return view! { <Notice kind=NoticeKind::Info><p>{text}</p></Notice> }.into_any();
    }
    if !shown.event.takes_answers {
        let key = match shown.event.stage.as_str() {
            "published" => "rejected-too-late".to_owned(),
            stage => format!("rejected-not-open-{stage}"),
        };
        return view! { <Notice kind=NoticeKind::Info><p>{words.get(&key)}</p></Notice> }
            .into_any();
    }
    let action = format!("/i/{token}");
    let (problem, fields) = (form(ctx), answer_fields(ctx, shown));
    let wait = wait_instead(ctx, shown);
    view! {
        <Card title=words.get("invited-question")>
            {problem}
            <form method="post" action=action class="form">
                {fields}
                <div class="actions"><Button class="button-wide">{words.get("invited-submit")}</Button>{wait}</div>
            </form>
        </Card>
        <p class="cell-sub">{words.with("invited-not-me", [("name", (&shown.guest.full_name).into())])}</p>
    }
    .into_any()
}

/// The second button for somebody who asked for more places than there are.
pub(super) fn wait_instead(ctx: &Ctx, shown: &InvitationView) -> impl IntoView + use<> {
    let can = !shown.waits && shown.guest.places == 0 && can_wait_instead(ctx, &shown.event);
    can.then(|| wait_button(ctx.words, false))
}

/// Yes or no, and what belongs to it. The link in a mail preselects; only the button answers.
pub(super) fn answer_fields(ctx: &Ctx, shown: &InvitationView) -> impl IntoView + use<> {
    let words = ctx.words;
    let state = &ctx.form;
    let preselected = match (ctx.query.get("a"), shown.guest.standing.as_str()) {
        ("no", _) | (_, "declined") => "no",
        ("yes", _) | (_, "accepted" | "waiting" | "offered" | "requested") => "yes",
        (_, "maybe") => "maybe",
        _ => "",
    };
    let yes = if shown.has_requested {
        Choice::new("yes", words.get("answer-request")).icon("user-check")
    } else if shown.waits {
        Choice::new("yes", words.get("waiting-do")).icon("clock")
    } else {
        Choice::new("yes", words.get("answer-yes")).icon("check")
    };
    let mut choices = vec![yes];
    if shown.event.rules.maybe && !shown.has_requested {
        choices.push(Choice::new("maybe", words.get("answer-maybe")).icon("circle-question-mark"));
    }
    choices.push(Choice::new("no", words.get("answer-no")).icon("x"));
    let full = (!shown.has_places && shown.guest.places == 0 && !shown.has_requested)
        .then(|| full(words, shown));
    let until = words.with(
        "invited-until",
        [("date", (&shown.event.answer_until).into())],
    );
    view! {
        {full}
        {shown.waits.then(|| view! { <input type="hidden" name="waits" value="1"/> })}
        <RadioCards
            legend=words.get("answer-legend") name="answer" choices=choices
            value=state.value("answer", preselected) error=state.error(words, "answer") hint=until required=true
        />
        {names(words, state, &shown.given_name, &shown.family_name)}
        <TextField
            label=words.get("field-email") name="email" input_type="email" value=shown.guest.email.clone()
            autocomplete="email" readonly=true hint=words.get("invited-email-hint")
        />
        {companions(words, state, shown.companions_max, &shown.guest.companions, "companions-count")}
        {(!shown.waits && !shown.has_requested).then(|| workshop_fields(words, state, &shown.workshops, shown.companions_max, "workshops-choose-hint"))}
        {asked_questions(words, state, &shown.asked)}
        <TextArea
            label=words.get("field-message") name="message" rows=3
            value=state.value("message", shown.guest.message.clone()) error=state.error(words, "message")
            optional=words.get("optional") maxlength=1_000
        />
        <p class="cell-sub">
            {words.with("registration-privacy", [
                ("organiser", (&shown.organiser).into()),
                ("date", (&shown.event.delete_on).into()),
            ])}
        </p>
    }
}

/// That no place is left, and what can be done about it.
fn full(words: Words, shown: &InvitationView) -> impl IntoView + use<> {
    let hours = shown.event.offer_hours.filter(|_| shown.waits);
    let text = match hours {
        Some(hours) => words.with("waiting-lead", [("time", offer_time(words, hours).into())]),
        None => words.with("rejected-full", [("left", 0_u32.into())]),
    };
    let kind = if shown.waits {
        NoticeKind::Info
    } else {
        NoticeKind::Warn
    };
    view! { <Notice kind=kind title=words.get("registration-full-title")><p>{text}</p></Notice> }
}

/// What was typed.
pub(crate) fn answer_form(pairs: &Pairs) -> AnswerForm {
    AnswerForm {
        answer: pairs.text("answer"),
        waits: pairs.find("waits").is_some(),
        given_name: pairs.find("given-name").map(str::to_owned),
        family_name: pairs.find("family-name").map(str::to_owned),
        companions: typed_companions(pairs),
        message: pairs.text("message"),
        replies: typed_replies(pairs),
        workshops: typed_workshops(pairs),
    }
}

/// What the form does.
pub async fn answer(path: Vec<String>, pairs: Pairs) -> Result<String, ApiError> {
    let token = param(&path, 0)?;
    api::answer_invitation(token.clone(), answer_form(&pairs)).await?;
    Ok(format!("/m/{token}?answered"))
}
