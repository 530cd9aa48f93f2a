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
        let shown = api::public_event(slug.clone()).await?;
        let words = ctx.words;
        let organiser = shown.organiser.clone();
        let is = |name| ctx.query.find(name).is_some();
        let (key, icon) = if is("link") {
            ("link-thanks", "mail")
        } else if is("discarded") {
            ("discarded", "circle-check")
        } else if is("erased") {
            ("erased", "circle-check")
        } else if shown.asks() {
            ("thanks-asked", "mail")
        } else if is("waiting") {
            ("thanks-waiting", "mail")
        } else {
            ("thanks", "mail")
        };
        let title = words.get(&format!("{key}-title"));
        let text = words.get(&format!("{key}-text"));
        let (is_mailed, can_register) = (
            !matches!(key, "discarded" | "erased"),
            key.starts_with("thanks"),
        );
        Ok(participant(&ctx, title.clone(), &organiser, move || {
            let event = shown.event.clone();
            let again = can_register.then(|| {
                let href = format!("/e/{slug}");
                view! { <p><a href=href>{words.get("thanks-again")}</a></p> }
            });
            let spam = is_mailed.then(|| view! { <p>{words.get("thanks-spam")}</p> });
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
                    {spam}{again}
                </div>
            }
            .into_any()
        }))
    })
}
