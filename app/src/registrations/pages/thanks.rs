//! After registering, or asking for the link: the same for everybody.

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
        let asked = ctx.query.find("link").is_some();
        let key = if asked { "link-thanks" } else { "thanks" };
        let title = words.get(&format!("{key}-title"));
        let text = words.get(&format!("{key}-text"));
        let icon = if asked { "mail" } else { "circle-check" };
        Ok(participant(&ctx, title.clone(), &organiser, move || {
            let event = shown.event.clone();
            view! {
                <div class="stack stack-wide">
                    <TicketCard class="ticket-settles">
                        <div class="stack">
                            <Icon name=icon class="moment-picture"/>
                            <h1 class="moment">{title}</h1>
                            <p class="lead">{text}</p>
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
