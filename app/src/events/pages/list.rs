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
        let may_plan = ctx.may(Action::PlanEvents);
        Ok(organiser(&ctx, words.get("nav-events"), move || {
            let empty = events.is_empty();
            let lines = events
                .into_iter()
                .map(|event| view! { <EventLine ctx=inner.clone() event=event/> })
                .collect_view();
            let actions = move || (may_plan && !empty).then(|| new_event(&inner));
            view! {
                <PageHeader title=words.get("nav-events") actions=actions/>
                {if empty {
                    view! {
                        <EmptyState title=words.get("events-empty-title") text=words.get("events-empty-text") icon="calendar-plus">
                            <LinkButton href="/app/events/new" icon="plus">{words.get("event-new")}</LinkButton>
                        </EmptyState>
                    }.into_any()
                } else {
                    view! { <ul class="event-lines">{lines}</ul> }.into_any()
                }}
            }
            .into_any()
        }))
    })
}

/// The button that everything begins with.
pub(super) fn new_event(ctx: &Ctx) -> impl IntoView + use<> {
    let label = ctx.t("event-new");
    view! { <LinkButton href="/app/events/new" icon="plus">{label}</LinkButton> }
}
