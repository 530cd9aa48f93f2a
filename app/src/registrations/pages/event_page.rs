//! The public page of an event, with open registration.

use leptos::prelude::*;
use words::Words;

use super::{
    event_card::EventGlance,
    machine::ForMachines,
    people::{companions, names, typed_companions},
    sections::{Colours, Sections, cover},
    waiting::{can_wait_instead, offer_time, wait_button},
};
use crate::{
    error::ApiError,
    events::pages::questions::{asked_questions, typed_replies},
    events::pages::workshops::{typed_workshops, workshop_fields, workshop_list},
    page::{Ctx, Pairs, RequestKey, Sides, form, load, page_param, param, participant_with},
    registrations::{
        api,
        views::{PublicEventView, RegisterForm},
    },
    ui::{Button, ButtonKind, Card, LinkButton, Notice, NoticeKind, TextField},
};

/// The event and the form.
#[component]
pub fn PublicEventPage() -> impl IntoView {
    let slug = page_param("slug");
    load(|ctx| async move {
        let shown = api::public_event(slug.clone()).await?;
        let words = ctx.words;
        let title = shown.event.title.clone();
        let sides = sides(&ctx, &slug, &shown);
        let organiser = shown.organiser.clone();
        let inner = ctx.clone();
        let frame = participant_with(&ctx, title.clone(), &organiser, sides, move || {
            let (glance, page) = (shown.event.clone(), shown.page.clone());
            // Who can register reads of them in the form.
            let to_read = (!takes_registrations(&shown) || shown.waits() || shown.asks())
                .then(|| workshop_list(words, "workshops-choose", &shown.workshops));
            let off = (shown.event.stage == "cancelled").then(|| cancelled(words));
            view! {
                <ForMachines shown=shown.clone()/>
                <Colours href=page.colours.clone()/>
                {off}
                {cover(&page.cover)}
                <h1 class="event-title">{title}</h1>
                <div class="narrow-only"><EventGlance words=words event=glance/></div>
                <Sections words=words page=page/>
                {to_read}
                <div id="register">{registration(&inner, &slug, &shown)}</div>
            }
            .into_any()
        });
        Ok(frame)
    })
}

/// What stays in sight beside the page, and at the bottom of a phone.
fn sides(ctx: &Ctx, slug: &str, shown: &PublicEventView) -> Sides {
    let words = ctx.words;
    let (event, calendar) = (shown.event.clone(), format!("/e/{slug}/calendar.ics"));
    let open = takes_registrations(shown) && !shown.is_full();
    let title = title_key(shown);
    let button = move || {
        open.then(|| {
            let label = words.get(title);
            view! { <LinkButton href="#register" class="button-wide">{label}</LinkButton> }
        })
    };
    let calendar =
        (shown.event.stage != "cancelled" && shown.event.stage != "past").then_some(calendar);
    let aside = move || {
        let link = calendar.map(|href| {
            let label = words.get("own-calendar");
            view! {
                <LinkButton href=href kind=ButtonKind::Quiet icon="calendar-plus" class="button-wide">{label}</LinkButton>
            }
        });
        // On a phone they stand at the top and at the bottom of the screen already.
        let wide =
            view! { <div class="wide-only"><EventGlance words=words event=event/>{button()}</div> };
        view! { <Card><div class="stack">{wide}{link}</div></Card> }
    };
    Sides {
        aside: Some(aside.into()),
        bar: open.then(|| button.into()),
    }
}

/// What the form is for.
const fn title_key(shown: &PublicEventView) -> &'static str {
    if shown.asks() {
        "registration-request-title"
    } else if shown.waits() {
        "waiting-title"
    } else {
        "registration-title"
    }
}

/// Whether anybody can register now, if there are places.
fn takes_registrations(shown: &PublicEventView) -> bool {
    shown.event.takes_answers && shown.event.admission == "open"
}

fn cancelled(words: Words) -> impl IntoView {
    let (title, text) = (
        words.get("registration-cancelled-title"),
        words.get("registration-cancelled-text"),
    );
    view! { <Notice kind=NoticeKind::Bad title=title><p>{text}</p></Notice> }
}

/// The form, or why there is none.
fn registration(ctx: &Ctx, slug: &str, shown: &PublicEventView) -> AnyView {
    let words = ctx.words;
    let notice = |kind: NoticeKind, key: &str| {
        let title = words.get(&format!("{key}-title"));
        let text = words.get(&format!("{key}-text"));
        view! { <Notice kind=kind title=title><p>{text}</p></Notice> }.into_any()
    };
    match shown.event.stage.as_str() {
        // Said at the top of the page.
        "cancelled" => ().into_any(),
        "past" => notice(NoticeKind::Info, "registration-past"),
        _ if shown.event.is_early => {
            let opens = [("opens", (&shown.event.opens).into())];
            let text = words.with("registration-early-text", opens);
            view! {
                <Notice kind=NoticeKind::Info title=words.get("registration-early-title")><p>{text}</p></Notice>
            }
            .into_any()
        }
        // Whoever is on the list already finds the way back, whatever else is possible.
        _ if !shown.event.takes_answers => {
            with_link_form(ctx, slug, notice(NoticeKind::Info, "registration-closed"))
        }
        _ if shown.event.admission != "open" => {
            let by_invitation = notice(NoticeKind::Info, "registration-by-invitation");
            with_link_form(ctx, slug, by_invitation)
        }
        // Who meant to find the link sees that form again; who can wait sees the form for it.
        _ if ctx.form.values.get("do") == "link" && ctx.form.sent && !shown.has_places => {
            with_link_form(ctx, slug, notice(NoticeKind::Warn, "registration-full"))
        }
        _ if shown.is_full() && !ctx.form.sent => {
            with_link_form(ctx, slug, notice(NoticeKind::Warn, "registration-full"))
        }
        _ => register_form(ctx, words, slug, shown),
    }
}

fn with_link_form(ctx: &Ctx, slug: &str, notice: AnyView) -> AnyView {
    view! { <div class="stack">{notice}{link_form(ctx, slug)}</div> }.into_any()
}

/// For whoever is on the list and cannot find the link.
fn link_form(ctx: &Ctx, slug: &str) -> impl IntoView + use<> {
    let (words, state) = (ctx.words, &ctx.form);
    let (email, error) = (state.value("email", ""), state.error(words, "email"));
    let (problem, action) = (form(ctx), format!("/e/{slug}"));
    view! {
        <Card title=words.get("link-title")>
            {problem}
            <form method="post" action=action class="form">
                <TextField
                    label=words.get("field-email") name="email" input_type="email" value=email error=error
                    hint=words.get("link-lead") autocomplete="email" required=true maxlength=254
                />
                <div class="actions"><Button name="do" value="link" icon="mail">{words.get("link-do")}</Button></div>
            </form>
        </Card>
    }
}

fn register_form(ctx: &Ctx, words: Words, slug: &str, shown: &PublicEventView) -> AnyView {
    let state = &ctx.form;
    let action = format!("/e/{slug}");
    let delete = words.with(
        "registration-privacy",
        [
            ("organiser", (&shown.organiser).into()),
            ("date", (&shown.event.delete_on).into()),
        ],
    );
    let (problem, again) = (form(ctx), ctx.clone());
    let names = names(words, state, "", "");
    let (email, email_error) = (state.value("email", ""), state.error(words, "email"));
    let companions = companions(
        words,
        state,
        shown.event.companions_max,
        &[],
        "companions-count",
    );
    let asked = asked_questions(words, state, &shown.asked);
    let (waits, asks) = (shown.waits(), shown.asks());
    // Who waits or asks chooses as soon as there is a place.
    let workshops = (!waits && !asks).then(|| {
        workshop_fields(
            words,
            state,
            &shown.workshops,
            shown.event.companions_max,
            "workshops-choose-hint",
        )
    });
    let lead = lead(words, shown);
    let submit = if asks {
        "registration-request-submit"
    } else {
        "registration-submit"
    };
    let register = (!waits).then(|| {
        view! { <Button class="button-wide">{words.get(submit)}</Button> }
    });
    let can_wait = waits || !asks && can_wait_instead(ctx, &shown.event);
    let wait = can_wait.then(|| wait_button(words, waits));
    view! {
        <Card title=words.get(title_key(shown))>
            {problem}
            {lead}
            <form method="post" action=action class="form">
                <RequestKey ctx=again/>
                {names}
                <TextField
                    label=words.get("field-email") name="email" input_type="email" value=email error=email_error
                    autocomplete="email" hint=words.get("registration-email-hint")
                    required=true maxlength=254
                />
                {companions}
                {workshops}
                {asked}
                <p class="cell-sub">{delete}</p>
                <div class="actions">{register}{wait}</div>
            </form>
        </Card>
    }
    .into_any()
}

/// What somebody should know who waits or asks; nothing for others.
fn lead(words: Words, shown: &PublicEventView) -> Option<impl IntoView + use<>> {
    let (title, text) = if shown.asks() {
        let organiser = [("organiser", (&shown.organiser).into())];
        let text = words.with("registration-request-text", organiser);
        ("registration-request-lead", text)
    } else {
        let hours = shown.event.offer_hours.filter(|_| shown.waits())?;
        let text = words.with("waiting-lead", [("time", offer_time(words, hours).into())]);
        ("registration-full-title", text)
    };
    let title = words.get(title);
    Some(view! { <Notice kind=NoticeKind::Info title=title><p>{text}</p></Notice> })
}

/// What the forms of the page do.
pub async fn register(path: Vec<String>, pairs: Pairs) -> Result<String, ApiError> {
    let slug = param(&path, 0)?;
    if pairs.get("do") == "link" {
        api::ask_for_link(slug.clone(), pairs.text("email")).await?;
        return Ok(format!("/e/{slug}/thanks?link"));
    }
    let form = RegisterForm {
        given_name: pairs.text("given-name"),
        family_name: pairs.text("family-name"),
        email: pairs.text("email"),
        companions: typed_companions(&pairs),
        waits: pairs.find("waits").is_some(),
        replies: typed_replies(&pairs),
        workshops: typed_workshops(&pairs),
        request_key: pairs.text("request-key"),
    };
    let next = if form.waits {
        format!("/e/{slug}/thanks?waiting")
    } else {
        format!("/e/{slug}/thanks")
    };
    api::register_for(slug, form).await?;
    Ok(next)
}
