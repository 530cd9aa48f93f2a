//! Writing, testing and sending the invitation.

use domain::Locale;
use leptos::prelude::*;

use super::preview::preview;
use crate::{
    error::ApiError,
    events::{api::load_event, views::EventView},
    guests::api::list_guests,
    mailings::{
        api,
        views::{LetterForm, LetterView},
    },
    page::{Ctx, Pairs, event_tabs, form, load, organiser, page_param, param},
    ui::{
        Button, ButtonKind, Card, FlashNotice, Notice, NoticeKind, PageHeader, TextArea, TextField,
    },
};

/// Text, preview as a named guest, test, sending.
#[component]
pub fn InvitationPage() -> impl IntoView {
    let event = page_param("event");
    load(|ctx| async move {
        let event = load_event(event).await?;
        let saved = api::load_letter(event.id.clone()).await?;
        let letter = if ctx.form.sent {
            letter_form(&ctx.form.values)
        } else {
            saved.letter.clone()
        };
        let guests = list_guests(
            event.id.clone(),
            String::new(),
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
        let mail =
            api::preview_letter(event.id.clone(), letter.clone(), guest.clone(), language).await?;
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
                {happened(&inner)}
                {form(&inner)}
                <form method="post" action=action class="composer">
                    <div class="stack">
                        {texts(&inner, &letter)}
                        <div class="actions">
                            <Button kind=ButtonKind::Quiet name="do" value="save">{words.get("invitation-save")}</Button>
                        </div>
                    </div>
                    <div class="stack">
                        {shown}
                        {sending(&inner, &event, &saved)}
                    </div>
                </form>
            }
            .into_any()
            },
        ))
    })
}

fn happened(ctx: &Ctx) -> impl IntoView + use<> {
    let words = ctx.words;
    let message = if let Some(count) = ctx.query.find("sent") {
        let count: u32 = count.parse().unwrap_or(0);
        words.with("invitation-sent", [("count", count.into())])
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

fn texts(ctx: &Ctx, letter: &LetterForm) -> impl IntoView + use<> {
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
    view! {
        <p class="cell-sub">{words.get("invitation-variables")}</p>
        {language("de", &letter.subject_de, &letter.text_de)}
        {language("en", &letter.subject_en, &letter.text_en)}
    }
}

fn sending(ctx: &Ctx, event: &EventView, saved: &LetterView) -> AnyView {
    let words = ctx.words;
    if event.stage == "draft" {
        return view! {
            <Notice kind=NoticeKind::Info title=words.get("invitation-draft-title")>
                <p>{words.get("invitation-draft-text")}</p>
            </Notice>
        }
        .into_any();
    }
    let tested = if saved.tested {
        "invitation-is-tested"
    } else {
        "invitation-is-not-tested"
    };
    let send = if saved.listed == 0 {
        view! { <p class="cell-sub">{words.get("invitation-nobody")}</p> }.into_any()
    } else {
        let label = words.with("invitation-send", [("count", saved.listed.into())]);
        view! { <Button name="do" value="send" icon="send">{label}</Button> }.into_any()
    };
    view! {
        <Card title=words.get("invitation-sending")>
            <div class="stack">
                <p>{words.get(tested)}</p>
                <div class="actions">
                    <Button kind=ButtonKind::Quiet name="do" value="test" icon="mail">{words.get("invitation-test")}</Button>
                    {send}
                </div>
            </div>
        </Card>
    }
    .into_any()
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
    api::save_letter(event.clone(), letter_form(&pairs)).await?;
    let (guest, language) = (pairs.text("guest"), pairs.text("language"));
    let here = format!("/app/events/{event}/invitation?guest={guest}&language={language}");
    match pairs.get("do") {
        "test" => {
            let locale = language.parse().unwrap_or_default();
            api::test_letter(event, guest, locale).await?;
            Ok(format!("{here}&tested"))
        }
        "send" => Ok(format!("{here}&sent={}", api::send_letter(event).await?)),
        "look" => Ok(here),
        _ => Ok(format!("{here}&saved")),
    }
}
