//! After registering: the same for everybody.

use leptos::prelude::*;

use super::event_card::EventGlance;
use crate::{
    page::{load, page_param, participant},
    registrations::api,
    ui::{Icon, TicketCard},
};

/// What happens next.
#[component]
pub fn ThanksPage() -> impl IntoView {
    let slug = page_param("slug");
    load(|ctx| async move {
        let shown = api::public_event(slug).await?;
        let words = ctx.words;
        let organiser = shown.organiser.clone();
        let title = words.get("thanks-title");
        Ok(participant(&ctx, title.clone(), &organiser, move || {
            let event = shown.event.clone();
            view! {
                <div class="stack stack-wide">
                    <TicketCard class="ticket-settles">
                        <div class="stack">
                            <Icon name="circle-check" class="moment-picture"/>
                            <h1 class="moment">{title}</h1>
                            <p class="lead">{words.get("thanks-text")}</p>
                            <p><strong>{shown.event.title.clone()}</strong></p>
                            <EventGlance words=words event=event/>
                        </div>
                    </TicketCard>
                    <p>{words.get("thanks-spam")}</p>
                </div>
            }
            .into_any()
        }))
    })
}
