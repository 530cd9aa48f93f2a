//! Bringing a list along: as a file or pasted.

use domain::{access::act, ids::EventId};
use leptos::prelude::*;

use crate::{
    error::ApiError,
    events::api::load_event,
    page::{Ctx, event_tabs, form, load, organiser, page_param},
    ui::{Button, Card, FileDrop, PageHeader, TextArea},
};

/// A file or pasted cells.
#[component]
pub fn UploadPage() -> impl IntoView {
    let event = page_param("event");
    load(|ctx| async move {
        ctx.must_at::<act::EditGuests>(&event)?;
        let event = load_event(event).await?;
        let words = ctx.words;
        let action = format!("/app/events/{}/import", event.id);
        let title = event.title.clone();
        let pasted = ctx.form.value("pasted", "");
        let inner = ctx.clone();
        Ok(organiser(&ctx, words.get("event-tab-import"), move || {
            view! {
                <PageHeader title=title back_href="/app/events" back_label=words.get("nav-events")/>
                {event_tabs(&inner, &event.id, "/import")}
                <div class="stack stack-wide">
                    <div class="stack stack-tight">
                        <h2>{words.get("import-title")}</h2>
                        <p class="lead">{words.get("import-lead")}</p>
                    </div>
                    {form(&inner)}
                    <form method="post" action=action enctype="multipart/form-data" class="form">
                        <Card title=words.get("import-file-title")>
                            <FileDrop
                                label=words.get("import-file") name="file" hint=words.get("import-file-hint")
                                accept=".csv,.tsv,.txt,.xlsx,.vcf,text/csv,text/vcard"
                            />
                        </Card>
                        <Card title=words.get("import-paste-title")>
                            <TextArea
                                label=words.get("import-paste") name="pasted" rows=6 value=pasted
                                hint=words.get("import-paste-hint")
                            />
                        </Card>
                        <div class="actions"><Button icon="eye">{words.get("import-look")}</Button></div>
                    </form>
                </div>
            }
            .into_any()
        }))
    })
}

/// What the form does: reads the list and keeps it sealed; returns the address of the preview.
pub async fn upload(
    ctx: &Ctx,
    event: &str,
    file_name: String,
    bytes: Vec<u8>,
) -> Result<String, ApiError> {
    let event: EventId = crate::page::id(event)?;
    let import =
        backend::imports::upload(&ctx.desk, &ctx.permit_at(event)?, event, file_name, bytes)
            .await?;
    Ok(format!("/app/events/{event}/import/{import}"))
}
