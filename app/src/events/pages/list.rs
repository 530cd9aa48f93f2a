//! All events.

use domain::access::Action;
use leptos::prelude::*;

use super::line::EventLine;
use crate::{
    events::api,
    page::{Ctx, load, organiser},
    ui::{EmptyState, LinkButton, PageHeader},
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
            let lines = events
                .into_iter()
                .map(|event| view! { <EventLine ctx=inner.clone() event=event/> })
                .collect_view();
            let button = inner.clone();
            let actions = move || (may_create && !empty).then(|| new_event(&button));
            view! {
                <PageHeader title=words.get("nav-events") actions=actions/>
                {if empty {
                    no_events(&inner, may_create)
                } else {
                    view! { <ul class="event-lines">{lines}</ul> }.into_any()
                }}
            }
            .into_any()
        }))
    })
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
