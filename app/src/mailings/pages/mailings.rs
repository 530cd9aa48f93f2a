//! Writing, testing and sending what goes to many guests: the date, the invitation, a reminder, thanks.

use domain::{Locale, mailings::Mailing};
use leptos::prelude::*;

use super::preview::preview;
use crate::{
    error::ApiError,
    events::api::load_event,
    guests::api::list_guests,
    mailings::{
        api,
        views::{LetterForm, LetterView},
    },
    page::{Ctx, Pairs, address, event_tabs, form, load, organiser, page_param, param},
    ui::{
        Button, ButtonKind, Card, FilterChip, FlashNotice, Notice, NoticeKind, PageHeader,
        TextArea, TextField,
    },
};

/// Text, preview as a named guest, test, sending.
#[component]
pub fn MailingsPage() -> impl IntoView {
    let event = page_param("event");
    load(|ctx| async move {
        let event = load_event(event).await?;
        let mailing = mailing_of(&ctx)?;
        let code = mailing.code().to_owned();
        let saved = api::load_letter(event.id.clone(), code.clone()).await?;
        let letter = if ctx.form.sent {
            letter_form(&ctx.form.values)
        } else {
            saved.letter.clone()
        };
        let guests = list_guests(
            event.id.clone(),
            shown_to(mailing),
            String::new(),
            String::new(),
            String::new(),
            String::new(),
        )
        .await?
        .guests;
        let asked = if ctx.form.sent {
            &ctx.form.values
        } else {
            &ctx.query
        };
        let guest = match asked.find("guest") {
            Some(guest) => guest.to_owned(),
            None => guests
                .first()
                .map_or(String::new(), |guest| guest.id.clone()),
        };
        let language: Locale = asked.get("language").parse().unwrap_or(ctx.words.0);
        let (id, typed, reader) = (event.id.clone(), letter.clone(), guest.clone());
        let mail = api::preview_letter(id, code, typed, reader, language).await?;
        let words = ctx.words;
        let inner = ctx.clone();
        Ok(organiser(
            &ctx,
            words.get("event-tab-invitation"),
            move || {
                let action = format!("/app/events/{}/invitation", event.id);
                let shown = preview(words, guests, &guest, language, mail);
                view! {
                <PageHeader title=event.title.clone() back_href="/app/events" back_label=words.get("nav-events")/>
                {event_tabs(&inner, &event.id, "/invitation")}
                {mailing_tabs(&inner, &event.id, mailing)}
                {happened(&inner, mailing)}
                {form(&inner)}
                <form method="post" action=action class="composer">
                    <input type="hidden" name="mailing" value=mailing.code()/>
                    <div class="stack">
                        {texts(&inner, mailing, &letter)}
                        <div class="actions">
                            <Button kind=ButtonKind::Quiet name="do" value="save">{words.get(&format!("mailing-save-{}", mailing.code()))}</Button>
                        </div>
                    </div>
                    <div class="stack">
                        {shown}
                        {sending(&inner, mailing, &saved)}
                    </div>
                </form>
            }
            .into_any()
            },
        ))
    })
}

fn happened(ctx: &Ctx, mailing: Mailing) -> impl IntoView + use<> {
    let words = ctx.words;
    let message = if let Some(count) = ctx.query.find("sent") {
        let count: u32 = count.parse().unwrap_or(0);
        words.with(
            &format!("mailing-sent-{}", mailing.code()),
            [("count", count.into())],
        )
    } else if ctx.query.find("tested").is_some() {
        let email = ctx
            .session
            .as_ref()
            .map_or(String::new(), |session| session.email.clone());
        words.with("invitation-tested", [("email", email.into())])
    } else if ctx.query.find("saved").is_some() {
        words.get("saved")
    } else {
        return None;
    };
    Some(view! { <FlashNotice message=message/> })
}

fn texts(ctx: &Ctx, mailing: Mailing, letter: &LetterForm) -> impl IntoView + use<> {
    let words = ctx.words;
    let error = |name: &str| ctx.form.error(words, name);
    let language = |tag: &str, subject: &str, text: &str| {
        let (subject, text) = (subject.to_owned(), text.to_owned());
        let (subject_name, text_name) = (format!("subject-{tag}"), format!("text-{tag}"));
        let (subject_error, text_error) = (error(&subject_name), error(&text_name));
        view! {
            <Card title=words.get(&format!("language-name-{tag}"))>
                <div class="stack">
                    <TextField
                        label=words.get("invitation-subject") name=subject_name value=subject error=subject_error
                        required=true maxlength=150
                    />
                    <TextArea
                        label=words.get("invitation-text") name=text_name value=text error=text_error rows=14
                        required=true maxlength=20_000
                    />
                </div>
            </Card>
        }
    };
    let link = mailing
        .needs_link()
        .then(|| format!(" {}", words.get("invitation-link")));
    view! {
        <p class="cell-sub">{words.get("invitation-variables")}{link}</p>
        {language("de", &letter.subject_de, &letter.text_de)}
        {language("en", &letter.subject_en, &letter.text_en)}
    }
}

fn sending(ctx: &Ctx, mailing: Mailing, saved: &LetterView) -> AnyView {
    let words = ctx.words;
    let code = mailing.code();
    let tested = if saved.tested {
        "invitation-is-tested"
    } else {
        "invitation-is-not-tested"
    };
    let send = if !saved.is_time {
        let text = words.get(&format!("mailing-later-{code}"));
        view! { <Notice kind=NoticeKind::Info title=words.get("mailing-later")><p>{text}</p></Notice> }.into_any()
    } else if saved.reached == 0 {
        view! { <p class="cell-sub">{words.get(&format!("mailing-nobody-{code}"))}</p> }.into_any()
    } else {
        let count = [("count", saved.reached.into())];
        let label = words.with(&format!("mailing-send-{code}"), count);
        view! { <Button name="do" value="send" icon="send">{label}</Button> }.into_any()
    };
    let left_out = [
        ("mailing-without-address".to_owned(), saved.without_address),
        ("mailing-objecting".to_owned(), saved.objecting),
        (format!("mailing-written-to-{code}"), saved.written_to),
    ];
    let left_out: Vec<_> = left_out
        .into_iter()
        .filter(|(_, count)| *count > 0)
        .map(|(key, count)| view! { <p class="cell-sub">{words.with(&key, [("count", count.into())])}</p> })
        .collect();
    view! {
        <Card title=words.get("invitation-sending")>
            <div class="stack">
                <p>{words.get(&format!("mailing-who-{code}"))}</p>
                {left_out}
                <p>{words.get(tested)}</p>
                <div class="actions">
                    <Button kind=ButtonKind::Quiet name="do" value="test" icon="mail">{words.get("invitation-test")}</Button>
                </div>
                <div class="actions">{send}</div>
            </div>
        </Card>
    }
    .into_any()
}

/// The standing of the guests as whom a mailing can be looked at; empty for everybody.
fn shown_to(mailing: Mailing) -> String {
    match mailing {
        Mailing::SaveTheDate | Mailing::Invitation => String::new(),
        other => other.standings()[0].code().to_owned(),
    }
}

/// The mailing that the address or the form names.
fn mailing_of(ctx: &Ctx) -> Result<Mailing, ApiError> {
    let asked = if ctx.form.sent {
        ctx.form.values.get("mailing")
    } else {
        ctx.query.get("mailing")
    };
    crate::page::id(asked)
}

/// The mailings of an event, one beside the other.
fn mailing_tabs(ctx: &Ctx, event: &str, current: Mailing) -> impl IntoView + use<> {
    let words = ctx.words;
    let base = format!("/app/events/{event}/invitation");
    let chips: Vec<_> = Mailing::ALL
        .into_iter()
        .map(|mailing| {
            let href = address(&base, &[("mailing", mailing.code())]);
            let label = words.get(&format!("mailing-{}", mailing.code()));
            view! { <FilterChip href=href label=label current=mailing == current/> }
        })
        .collect();
    view! { <nav class="chip-row chip-row-scroll" aria-label=words.get("mailings-label")>{chips}</nav> }
}

fn letter_form(pairs: &Pairs) -> LetterForm {
    LetterForm {
        subject_de: pairs.text("subject-de"),
        text_de: pairs.text("text-de"),
        subject_en: pairs.text("subject-en"),
        text_en: pairs.text("text-en"),
    }
}

/// What the buttons do. Each of them saves first, so that what is tested and sent is what was read.
pub async fn decide(path: Vec<String>, pairs: Pairs) -> Result<String, ApiError> {
    let event = param(&path, 0)?;
    let mailing: Mailing = crate::page::id(pairs.get("mailing"))?;
    let code = mailing.code().to_owned();
    api::save_letter(event.clone(), code.clone(), letter_form(&pairs)).await?;
    let (guest, language) = (pairs.text("guest"), pairs.text("language"));
    let base = format!("/app/events/{event}/invitation");
    let here = address(
        &base,
        &[
            ("mailing", code.as_str()),
            ("guest", &guest),
            ("language", &language),
        ],
    );
    match pairs.get("do") {
        "test" => {
            let locale = language.parse().unwrap_or_default();
            api::test_letter(event, code, guest, locale).await?;
            Ok(format!("{here}&tested"))
        }
        "send" => Ok(format!(
            "{here}&sent={}",
            api::send_letter(event, code).await?
        )),
        "look" => Ok(here),
        _ => Ok(format!("{here}&saved")),
    }
}
