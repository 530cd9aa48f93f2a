//! Telling guests that an event has moved or is called off.

use domain::access::act;
use leptos::prelude::*;

use crate::{
    error::ApiError,
    events::{api::load_event, views::EventView},
    mailings::{api, views::NewsView},
    page::{Ctx, Pairs, form, load, organiser, page_param, param},
    ui::{
        Button, ButtonKind, Card, EmptyState, FlashNotice, LinkButton, Notice, NoticeKind,
        PageHeader, TextArea,
    },
};

/// Who does not know it yet, a word to go with it, and the button.
#[component]
pub fn NewsPage() -> impl IntoView {
    let event = page_param("event");
    load(|ctx| async move {
        ctx.must_at::<act::SendMailings>(&event)?;
        let event = load_event(event).await?;
        let news = api::untold_news(event.id.clone()).await?;
        let words = ctx.words;
        let inner = ctx.clone();
        let title = words.get("news-title");
        Ok(organiser(&ctx, title.clone(), move || {
            let back = format!("/app/events/{}", event.id);
            let told = inner
                .query
                .find("told")
                .and_then(|count| count.parse::<u32>().ok());
            let told = told.map(|count| {
                let message = words.with("news-told", [("count", count.into())]);
                view! { <FlashNotice message=message/> }
            });
            let body = match news {
                Some(news) if news.guests > 0 => write(&inner, &event, &news),
                _ => everybody_knows(&inner, &back),
            };
            view! {
                <PageHeader title=title back_href=back back_label=event.title/>
                {told}
                {form(&inner)}
                {body}
            }
            .into_any()
        }))
    })
}

fn write(ctx: &Ctx, event: &EventView, news: &NewsView) -> AnyView {
    let words = ctx.words;
    let back = format!("/app/events/{}", event.id);
    let action = format!("{back}/news");
    let (when, place) = (event.when.clone(), event.place.clone());
    let stamp = news.stamp.clone();
    let what = words.get(&format!("news-{}", news.news));
    let who = words.with("news-who", [("count", news.guests.into())]);
    let send = words.with("news-send", [("count", news.guests.into())]);
    let (message, error) = (
        ctx.form.value("message", ""),
        ctx.form.error(words, "message"),
    );
    view! {
        <Card title=what>
            <p>{when}</p>
            <p>{place}</p>
            <p class="cell-sub">{who}</p>
            <form method="post" action=action class="form">
                <input type="hidden" name="seen" value=stamp/>
                <TextArea
                    label=words.get("news-message") name="message" value=message error=error
                    hint=words.get("news-message-hint") optional=words.get("optional") rows=4 maxlength=2_000
                />
                <div class="actions">
                    <Button icon="send">{send}</Button>
                    <LinkButton href=back kind=ButtonKind::Link>
                        {words.get("news-later")}
                    </LinkButton>
                </div>
            </form>
        </Card>
    }
    .into_any()
}

fn everybody_knows(ctx: &Ctx, back: &str) -> AnyView {
    let words = ctx.words;
    let back = back.to_owned();
    view! {
        <EmptyState title=words.get("news-all-know") icon="circle-check">
            <LinkButton href=back kind=ButtonKind::Quiet>{words.get("news-back")}</LinkButton>
        </EmptyState>
    }
    .into_any()
}

/// What the cockpit of an event says while guests do not know something.
pub(crate) fn untold(ctx: &Ctx, event: &EventView, news: &NewsView) -> impl IntoView + use<> {
    let words = ctx.words;
    (news.guests > 0).then(|| {
        let title = words.get(&format!("news-{}", news.news));
        let who = words.with("news-who", [("count", news.guests.into())]);
        let href = format!("/app/events/{}/news", event.id);
        view! {
            <Notice kind=NoticeKind::Warn title=title>
                <p>{who} " " <a href=href>{words.get("news-write")}</a></p>
            </Notice>
        }
    })
}

/// What the button does.
pub async fn tell(path: Vec<String>, pairs: Pairs) -> Result<String, ApiError> {
    let event = param(&path, 0)?;
    let told = api::tell_guests(event.clone(), pairs.text("seen"), pairs.text("message")).await?;
    Ok(format!("/app/events/{event}/news?told={told}"))
}
