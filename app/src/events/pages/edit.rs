//! Changing an event.

use domain::access::act;
use leptos::prelude::*;

use super::fields::{EventFields, event_form};
use crate::{
    error::ApiError,
    events::{
        api,
        views::{EventForm, EventView},
    },
    page::{Pairs, event_tabs, form, load, organiser, page_param, param},
    ui::{Button, FlashNotice, PageHeader},
};

/// The form.
#[component]
pub fn EditEventPage() -> impl IntoView {
    let event = page_param("event");
    load(|ctx| async move {
        ctx.must_at::<act::PlanEvents>(&event)?;
        let event = api::load_event(event).await?;
        let words = ctx.words;
        let saved = ctx
            .query
            .find("saved")
            .map(|_| view! { <FlashNotice message=words.get("saved")/> });
        let action = format!("/app/events/{}/edit", event.id);
        let title = event.title.clone();
        let inner = ctx.clone();
        Ok(organiser(&ctx, title.clone(), move || {
            view! {
                <PageHeader title=title back_href="/app/events" back_label=words.get("nav-events")/>
                {event_tabs(&inner, &event.id, "/edit")}
                {saved}
                {form(&inner)}
                <form method="post" action=action class="form">
                    <EventFields ctx=inner.clone() start=form_of(&event)/>
                    <div class="actions"><Button>{words.get("save")}</Button></div>
                </form>
            }
            .into_any()
        }))
    })
}

/// An event as its form starts with it.
pub(super) fn form_of(event: &EventView) -> EventForm {
    let [title, place, description] = event.written.clone();
    EventForm {
        title,
        place,
        description,
        starts: event.starts.clone(),
        ends: event.ends.clone(),
        zone: event.zone.clone(),
        admission: event.admission.clone(),
        capacity: event
            .figures
            .capacity
            .map_or(String::new(), |capacity| capacity.to_string()),
        companions: event.companions_max.to_string(),
        offer_hours: event
            .offer_hours
            .map_or(String::new(), |hours| hours.to_string()),
        rules: event.rules,
        opens: event.opens_at.clone(),
        answer_until: event.answer_until_at.clone(),
        // Every field by name: one that is forgotten would be lost with the next change.
        from: String::new(),
        request_key: String::new(),
    }
}

/// What the form does.
pub async fn change(path: Vec<String>, pairs: Pairs) -> Result<String, ApiError> {
    let event = param(&path, 0)?;
    api::change_event(event.clone(), event_form(&pairs)).await?;
    Ok(format!("/app/events/{event}/edit?saved"))
}
