//! Calling an event off.

use domain::{access::act, guests::Standing};
use leptos::prelude::*;

use crate::{
    error::ApiError,
    events::{api, views::EventView},
    page::{Ctx, Pairs, form, load, organiser, page_param, param},
    ui::{Button, ButtonKind, Card, LinkButton, Notice, NoticeKind, PageHeader},
};

/// What it means, and the button.
#[component]
pub fn CancelEventPage() -> impl IntoView {
    let event = page_param("event");
    load(|ctx| async move {
        ctx.must_at::<act::PlanEvents>(&event)?;
        let event = api::load_event(event).await?;
        let words = ctx.words;
        let inner = ctx.clone();
        let title = words.with("cancel-title", [("event", (&event.title).into())]);
        Ok(organiser(&ctx, title.clone(), move || {
            let back = format!("/app/events/{}", event.id);
            let possible = event.steps.iter().any(|step| step == "cancel");
            let body = if possible {
                ask(&inner, &event, &back)
            } else {
                not_now(&inner)
            };
            view! {
                <PageHeader title=title back_href=back back_label=event.title.clone()/>
                {form(&inner)}
                <div class="stack measure">{body}</div>
            }
            .into_any()
        }))
    })
}

fn ask(ctx: &Ctx, event: &EventView, back: &str) -> AnyView {
    let words = ctx.words;
    let action = format!("{back}/cancel");
    let figures = event.figures;
    let count = move |key: &str, count: u32| words.with(key, [("count", count.into())]);
    view! {
        <Notice kind=NoticeKind::Bad title=words.get("cancel-final")><p>{words.get("cancel-final-text")}</p></Notice>
        <Card title=words.get("cancel-what")>
            <ul class="plain-list">
                <li>{words.get("cancel-page")}</li>
                <li>{count("cancel-accepted", figures.of(Standing::Accepted))}</li>
                <li>{count("cancel-open", figures.standings.any_of(&[Standing::Open, Standing::Maybe]))}</li>
                <li>{words.get("cancel-mails")}</li>
            </ul>
        </Card>
        <form method="post" action=action class="actions">
            <Button kind=ButtonKind::Danger>{words.get("cancel-do")}</Button>
            <LinkButton href=back kind=ButtonKind::Quiet>{words.get("cancel-not")}</LinkButton>
        </form>
    }
    .into_any()
}

fn not_now(ctx: &Ctx) -> AnyView {
    let text = ctx.t("cancel-not-now");
    view! { <Notice><p>{text}</p></Notice> }.into_any()
}

/// What the button does.
pub async fn cancel(path: Vec<String>, _pairs: Pairs) -> Result<String, ApiError> {
    let event = param(&path, 0)?;
    api::take_step(event.clone(), "cancel".to_owned()).await?;
    Ok(format!("/app/events/{event}?done=cancel"))
}
