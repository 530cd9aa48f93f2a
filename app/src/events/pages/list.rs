//! All events.

use domain::access::Action;
use leptos::prelude::*;

use super::line::EventLine;
use crate::{
    events::{api, views::EventView},
    page::{Ctx, load, organiser},
    ui::{EmptyState, FilterChip, LinkButton, PageHeader},
};

/// The list of events.
#[component]
pub fn EventsPage() -> impl IntoView {
    load(|ctx| async move {
        let events = api::list_events().await?;
        let words = ctx.words;
        let inner = ctx.clone();
        let may_create = ctx.may(Action::CreateEvents);
        Ok(organiser(&ctx, words.get("nav-events"), move || {
            let empty = events.is_empty();
            let (away, here): (Vec<_>, Vec<_>) =
                events.into_iter().partition(|event| event.archived);
            let show_away = inner.query.find("archived").is_some();
            let chips =
                (!away.is_empty()).then(|| chips(&inner, here.len(), away.len(), show_away));
            let shown = if show_away { away } else { here };
            let button = inner.clone();
            let actions = move || (may_create && !empty).then(|| new_event(&button));
            let body = if empty {
                no_events(&inner, may_create)
            } else {
                lines(&inner, shown)
            };
            view! { <PageHeader title=words.get("nav-events") actions=actions/>{chips}{body} }
                .into_any()
        }))
    })
}

fn lines(ctx: &Ctx, events: Vec<EventView>) -> AnyView {
    if events.is_empty() {
        let title = ctx.t("events-all-away");
        return view! { <EmptyState title=title icon="calendar-days"/> }.into_any();
    }
    let lines = events
        .into_iter()
        .map(|event| view! { <EventLine ctx=ctx.clone() event=event/> })
        .collect_view();
    view! { <ul class="event-lines">{lines}</ul> }.into_any()
}

/// The two lists: what is going on, and what was put away.
fn chips(ctx: &Ctx, here: usize, away: usize, show_away: bool) -> impl IntoView + use<> {
    let words = ctx.words;
    view! {
        <nav class="chip-row" aria-label=words.get("events-lists")>
            <FilterChip href="/app/events" label=words.get("events-here") count=here.to_string() current=!show_away/>
            <FilterChip
                href="/app/events?archived" label=words.get("events-away") count=away.to_string() current=show_away
            />
        </nav>
    }
}

/// What stands in place of events, while there are none.
pub(super) fn no_events(ctx: &Ctx, may_create: bool) -> AnyView {
    let words = ctx.words;
    if !may_create {
        return view! {
            <EmptyState title=words.get("events-empty-title") text=words.get("events-empty-wait") icon="calendar-days"/>
        }
        .into_any();
    }
    let button = new_event(ctx);
    view! {
        <EmptyState title=words.get("events-empty-title") text=words.get("events-empty-text") icon="calendar-plus">
            {button}
        </EmptyState>
    }
    .into_any()
}

/// The button that everything begins with.
pub(super) fn new_event(ctx: &Ctx) -> impl IntoView + use<> {
    let label = ctx.t("event-new");
    view! { <LinkButton href="/app/events/new" icon="plus">{label}</LinkButton> }
}
