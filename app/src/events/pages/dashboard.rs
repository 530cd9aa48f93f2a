//! The dashboard: what is next, and what needs attention.

use domain::access::Action;
use leptos::prelude::*;

use super::{
    line::EventLine,
    list::{new_event, no_events},
    need::need,
};
use crate::{
    accounts::{api::review_standing, pages::due_notice},
    events::{api, views::EventView},
    mailings::api::mails_stand_still,
    page::{Ctx, load, organiser},
    ui::{Card, Icon, Notice, NoticeKind, PageHeader},
};

/// Events that are shown as next.
const NEXT: usize = 5;

/// What is next.
#[component]
pub fn DashboardPage() -> impl IntoView {
    load(|ctx| async move {
        let events = api::list_events().await?;
        let review = if ctx.may(Action::ReviewAccess) {
            Some(review_standing().await?)
        } else {
            None
        };
        let still = ctx.may(Action::SendMailings) && mails_stand_still().await?;
        let session = ctx.session()?;
        let words = ctx.words;
        let greeting = words.with("dashboard-greeting", [("name", (&session.name).into())]);
        let may_create = ctx.may(Action::CreateEvents);
        let inner = ctx.clone();
        Ok(organiser(&ctx, words.get("nav-dashboard"), move || {
            let button = inner.clone();
            let with_button = may_create && !events.is_empty();
            let actions = move || with_button.then(|| new_event(&button));
            let review = review.and_then(|standing| due_notice(&inner, &standing));
            let still = still.then(|| {
                view! { <Notice kind=NoticeKind::Bad title=words.get("mails-still")><p>{words.get("mails-still-text")}</p></Notice> }
            });
            let body = if events.is_empty() {
                no_events(&inner, may_create)
            } else {
                overview(&inner, events)
            };
            view! { <PageHeader title=greeting lead=words.get("dashboard-lead") actions=actions/>{still}{review}{body} }.into_any()
        }))
    })
}

fn overview(ctx: &Ctx, events: Vec<EventView>) -> AnyView {
    let words = ctx.words;
    let next: Vec<EventView> = events
        .iter()
        .filter(|event| event.stage != "past" && event.stage != "cancelled" && !event.archived)
        .take(NEXT)
        .cloned()
        .collect();
    let needs: Vec<_> = next.iter().filter_map(|event| need(ctx, event)).collect();
    let calm = needs.is_empty().then(|| {
        view! { <p class="need"><Icon name="circle-check"/>{words.get("dashboard-calm")}</p> }
    });
    let all = (events.len() > next.len()).then(|| {
        let label = words.with("dashboard-all-events", [("count", events.len().into())]);
        view! { <p><a href="/app/events">{label}</a></p> }
    });
    view! {
        <div class="stack stack-wide">
            <Card title=words.get("dashboard-needs")>
                <ul class="needs">{needs.into_iter().collect_view()}</ul>
                {calm}
            </Card>
            <section class="stack">
                <h2>{words.get("dashboard-next")}</h2>
                <ul class="event-lines">
                    {next.into_iter().map(|event| view! { <EventLine ctx=ctx.clone() event=event/> }).collect_view()}
                </ul>
                {all}
            </section>
        </div>
    }
    .into_any()
}
