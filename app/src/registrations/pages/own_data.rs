//! What is held about a participant: asking for it, seeing it, having it erased.

use leptos::prelude::*;
use words::Words;

use crate::{
    error::ApiError,
    page::{Ctx, Pairs, form, load, page_param, param, participant},
    registrations::api::load_invitation,
    rights::{
        api,
        views::{HoldingView, OwnDataView},
    },
    ui::{Button, ButtonKind, Card, Details, LinkButton, Notice, NoticeKind},
};

/// Who it is, the mail shows: here its link is asked for.
#[component]
pub fn AskForDataPage() -> impl IntoView {
    let token = page_param("token");
    load(|ctx| async move { asking(&ctx, &token, false).await })
}

/// Everything that is held, for whoever has the link from the mail.
#[component]
pub fn OwnDataPage() -> impl IntoView {
    let (token, proof) = (page_param("token"), page_param("proof"));
    load(|ctx| async move {
        let shown = match api::see_own_data(token.clone(), proof.clone()).await {
            // The link was good for an hour.
            Err(ApiError::NotFound) => return asking(&ctx, &token, true).await,
            shown => shown?,
        };
        let words = ctx.words;
        let inner = ctx.clone();
        let organiser = shown.organiser.clone();
        Ok(participant(
            &ctx,
            words.get("own-data-title"),
            &organiser,
            move || {
                let base = format!("/m/{token}/data/{proof}");
                let facts = [
                    ("organiser", (&shown.organiser).into()),
                    ("until", (&shown.until).into()),
                ];
                let objects = (!shown.objects.is_empty()).then(|| {
                    let facts = [
                        ("organiser", (&shown.organiser).into()),
                        ("day", (&shown.objects).into()),
                    ];
                    view! { <p>{words.with("own-data-objects", facts)}</p> }
                });
                let holdings: Vec<_> = shown
                    .holdings
                    .iter()
                    .map(|holding| self::holding(words, holding.clone()))
                    .collect();
                view! {
                <div class="stack stack-wide">
                    <div class="stack stack-tight">
                        <h1>{words.get("own-data-title")}</h1>
                        <p class="lead">{words.with("own-data-lead", facts)}</p>
                    </div>
                    <div class="actions">
                        <LinkButton href=format!("{base}/data.json") icon="download" download="data.json">
                            {words.get("own-data-take")}
                        </LinkButton>
                        <LinkButton href=format!("/m/{token}") kind=ButtonKind::Quiet>{words.get("own-data-correct")}</LinkButton>
                    </div>
                    {objects}
                    {holdings}
                    {erasing(&inner, &base, &shown)}
                </div>
            }
            .into_any()
            },
        ))
    })
}

async fn asking(ctx: &Ctx, token: &str, is_over: bool) -> Result<AnyView, ApiError> {
    let shown = load_invitation(token.to_owned()).await?;
    let words = ctx.words;
    let inner = ctx.clone();
    let (token, organiser) = (token.to_owned(), shown.organiser.clone());
    Ok(participant(
        ctx,
        words.get("own-data-title"),
        &organiser,
        move || {
            let organiser = [("organiser", (&shown.organiser).into())];
            let over = is_over.then(|| {
                view! { <Notice kind=NoticeKind::Warn><p>{words.get("own-data-over")}</p></Notice> }
            });
            let done = inner.query.find("asked").is_some();
            let body = match (shown.guest.email.is_empty(), done) {
                (true, _) => {
                    let text = words.with("own-data-no-mail", organiser.clone());
                    view! { <Notice kind=NoticeKind::Info><p>{text}</p></Notice> }.into_any()
                }
                (false, true) => {
                    let text = words.get("own-data-asked");
                    view! { <Notice kind=NoticeKind::Ok><p role="status">{text}</p></Notice> }
                        .into_any()
                }
                (false, false) => {
                    let action = format!("/m/{token}/data");
                    view! {
                        <form method="post" action=action class="actions">
                            <Button icon="mail">{words.get("own-data-ask")}</Button>
                        </form>
                    }
                    .into_any()
                }
            };
            view! {
                <div class="stack stack-wide">
                    <div class="stack stack-tight">
                        <h1>{words.get("own-data-title")}</h1>
                        <p class="lead">{words.with("own-data-what", organiser)}</p>
                    </div>
                    {form(&inner)}
                    {over}
                    {body}
                    <p><a href=format!("/m/{token}")>{words.get("invited-to-own-page")}</a></p>
                </div>
            }
            .into_any()
        },
    ))
}

fn holding(words: Words, holding: HoldingView) -> impl IntoView {
    let facts: Vec<_> = holding
        .facts
        .into_iter()
        .map(|(name, value)| view! { <dt>{name}</dt><dd>{value}</dd> })
        .collect();
    let mails: Vec<_> = holding
        .mails
        .into_iter()
        .map(|(what, when)| view! { <li>{what}<span class="cell-sub">{when}</span></li> })
        .collect();
    let deeds: Vec<_> = holding
        .deeds
        .into_iter()
        .map(|(what, who, when)| {
            let by = format!("{who}, {when}");
            view! { <li>{what}<span class="cell-sub">{by}</span></li> }
        })
        .collect();
    let count = |key: &str, count: usize| words.with(key, [("count", count.into())]);
    let mails = (!mails.is_empty()).then(|| {
        let summary = count("own-data-mails", mails.len());
        view! { <Details summary=summary><ul class="plain-list">{mails}</ul></Details> }
    });
    let deeds_title = count("own-data-deeds", deeds.len());
    let delete = [("date", (&holding.delete_on).into())];
    view! {
        <Card title=holding.title.clone()>
            <div class="stack">
                <p>{holding.when}</p>
                <dl class="facts">{facts}</dl>
                {mails}
                <Details summary=deeds_title><ul class="plain-list">{deeds}</ul></Details>
                <p class="cell-sub">{words.with("own-data-delete", delete)}</p>
            </div>
        </Card>
    }
}

fn erasing(ctx: &Ctx, base: &str, shown: &OwnDataView) -> impl IntoView + use<> {
    let words = ctx.words;
    let (problem, action) = (form(ctx), base.to_owned());
    let organiser = [("organiser", (&shown.organiser).into())];
    let person = [("person", (&shown.person).into())];
    view! {
        <Card title=words.get("own-data-erase")>
            {problem}
            <Details summary=words.get("own-data-erase-open") class="details-plain">
                <form method="post" action=action class="stack">
                    <p>{words.with("own-data-erase-text", organiser)}</p>
                    <p class="cell-sub">{words.with("own-data-erase-id", person)}</p>
                    <div class="actions">
                        <Button kind=ButtonKind::Danger>{words.get("own-data-erase-do")}</Button>
                    </div>
                </form>
            </Details>
        </Card>
    }
}

/// What the form does that asks for the link.
pub async fn ask_for_data(path: Vec<String>, _pairs: Pairs) -> Result<String, ApiError> {
    let token = param(&path, 0)?;
    api::ask_for_own_data(token.clone()).await?;
    Ok(format!("/m/{token}/data?asked"))
}

/// What the form does that erases.
pub async fn erase_data(path: Vec<String>, _pairs: Pairs) -> Result<String, ApiError> {
    let (token, proof) = (param(&path, 0)?, param(&path, 1)?);
    let page = load_invitation(token.clone()).await?.event.public_url;
    api::erase_own_data(token, proof).await?;
    let slug = page.rsplit('/').next().unwrap_or_default();
    Ok(format!("/e/{slug}/thanks?erased"))
}
