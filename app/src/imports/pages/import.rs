//! One import, wherever it stands.

use leptos::prelude::*;
use words::Words;

use super::{
    done::{done, undone},
    preview::preview,
};
use crate::{
    error::ApiError,
    events::api::load_event,
    imports::{api, progress::ImportProgress, views::ProgressView},
    page::{Pairs, event_tabs, form, load, organiser, page_param, param},
    ui::{Card, PageHeader},
};

/// Preview, progress or result.
#[component]
pub fn ImportPage() -> impl IntoView {
    let (event, import) = (page_param("event"), page_param("import"));
    load(|ctx| async move {
        let words = ctx.words;
        let state = api::import_progress(event.clone(), import.clone()).await?;
        let list = match state {
            ProgressView::Draft => Some(api::preview_import(event.clone(), import.clone()).await?),
            _ => None,
        };
        let event = load_event(event).await?;
        let title = event.title.clone();
        let inner = ctx.clone();
        Ok(organiser(&ctx, words.get("event-tab-import"), move || {
            let body = match (state, list) {
                (ProgressView::Draft, Some(list)) => preview(&inner, &event.id, &import, list),
                (ProgressView::Running(so_far, total), _) => {
                    running(words, &event.id, &import, so_far, total)
                }
                (ProgressView::Done(added), _) => done(&inner, &event.id, &import, added),
                _ => undone(&inner, &event.id),
            };
            view! {
                <PageHeader title=title back_href="/app/events" back_label=words.get("nav-events")/>
                {event_tabs(&inner, &event.id, "/import")}
                {form(&inner)}
                {body}
            }
            .into_any()
        }))
    })
}

fn running(words: Words, event: &str, import: &str, done: u32, total: u32) -> AnyView {
    let (event, import) = (event.to_owned(), import.to_owned());
    view! {
        <Card title=words.get("import-running")>
            <ImportProgress event=event import=import done=done total=total label=words.get("import-running-label")/>
            <p><a href="">{words.get("refresh")}</a></p>
        </Card>
    }
    .into_any()
}

/// What the buttons of the page do.
pub async fn decide(path: Vec<String>, pairs: Pairs) -> Result<String, ApiError> {
    let (event, import) = (param(&path, 0)?, param(&path, 1)?);
    let here = format!("/app/events/{event}/import/{import}");
    match pairs.get("do") {
        "confirm" => api::confirm_import(event, import).await?,
        "undo" => {
            api::undo_import(event, import).await?;
        }
        _ => {
            let columns = (0..)
                .map_while(|column| pairs.find(&format!("column-{column}")).map(str::to_owned))
                .collect();
            api::adjust_import(
                event,
                import,
                pairs.text("charset"),
                pairs.text("delimiter"),
                columns,
            )
            .await?;
        }
    }
    Ok(here)
}
