//! Creating an event, on one screen.

use domain::access::act;
use leptos::prelude::*;

use super::{
    edit::form_of,
    fields::{EventFields, event_form},
};
use crate::{
    error::ApiError,
    events::{
        api,
        views::{EventForm, EventView},
    },
    page::{Pairs, RequestKey, form, load, organiser},
    ui::{Button, ButtonKind, LinkButton, PageHeader},
};

/// Days ahead at which the form starts.
const DAYS_AHEAD: i64 = 28;

/// The form.
#[component]
pub fn NewEventPage() -> impl IntoView {
    load(|ctx| async move {
        ctx.must::<act::CreateEvents>()?;
        let words = ctx.words;
        let zone = "Europe/Vienna".to_owned();
        let evening = words::evening(ctx.desk.now(), DAYS_AHEAD, &zone);
        let start = EventForm {
            ends: evening.replace("T18", "T21"),
            starts: evening,
            zone,
            admission: "invitation".to_owned(),
            companions: "1".to_owned(),
            ..EventForm::default()
        };
        let from = ctx.form.value("from", ctx.query.text("from"));
        let (start, lead) = if from.is_empty() {
            (start, words.get("event-new-lead"))
        } else {
            let model = api::load_event(from.clone()).await?;
            let lead = words.with("event-new-from", [("event", (&model.title).into())]);
            (after(start, &model), lead)
        };
        let inner = ctx.clone();
        Ok(organiser(&ctx, words.get("event-new"), move || {
            view! {
                <PageHeader
                    title=words.get("event-new") lead=lead back_href="/app/events"
                    back_label=words.get("nav-events")
                />
                {form(&inner)}
                <form method="post" action="/app/events/new" class="form">
                    <RequestKey ctx=inner.clone()/>
                    <input type="hidden" name="from" value=from/>
                    <EventFields ctx=inner start=start/>
                    <p class="cell-sub">{words.get("event-new-defaults")}</p>
                    <div class="actions">
                        <Button>{words.get("event-create")}</Button>
                        <LinkButton href="/app/events" kind=ButtonKind::Link>{words.get("cancel")}</LinkButton>
                    </div>
                </form>
            }
            .into_any()
        }))
    })
}

/// What a new event takes from the one that it is made after: everything but the time.
fn after(start: EventForm, model: &EventView) -> EventForm {
    EventForm {
        starts: start.starts,
        ends: start.ends,
        opens: String::new(),
        answer_until: String::new(),
        ..form_of(model)
    }
}

/// What the form does.
pub async fn create(_path: Vec<String>, pairs: Pairs) -> Result<String, ApiError> {
    let event = api::create_event(event_form(&pairs)).await?;
    Ok(format!("/app/events/{event}"))
}
