//! What can be done with an event as a whole.

use leptos::prelude::*;

use crate::{
    events::views::EventView,
    page::Ctx,
    ui::{Button, ButtonKind, Card, LinkButton},
};

/// Close, reopen, call off, put away, make another one after it: each with what it means.
pub(super) fn steering(ctx: &Ctx, event: &EventView) -> impl IntoView + use<> {
    let words = ctx.words;
    let base = format!("/app/events/{}", event.id);
    // Publishing is the next step and has its button there, unless the list comes first.
    let figures = event.figures;
    let nobody = figures.standings.all() == 0;
    let list_first = nobody && event.admission == "invitation";
    let steps = event
        .steps
        .iter()
        .filter(|step| *step != "publish" || list_first);
    let rows = steps
        .map(|step| {
            let label = words.get(&format!("event-{step}"));
            let button = if step == "cancel" {
                view! { <LinkButton href=format!("{base}/cancel") kind=ButtonKind::Quiet>{label}</LinkButton> }
                    .into_any()
            } else {
                view! {
                    <form method="post" action=base.clone()>
                        <Button kind=ButtonKind::Quiet name="do" value=step.clone()>{label}</Button>
                    </form>
                }
                .into_any()
            };
            let meaning = words.get(&format!("event-{step}-text"));
            view! { <li class="steer"><p>{meaning}</p>{button}</li> }
        })
        .collect_view();
    let again = ctx.may(domain::access::Action::CreateEvents).then(|| {
        let href = format!("/app/events/new?from={}", event.id);
        view! {
            <li class="steer">
                <p>{words.get("event-duplicate-text")}</p>
                <LinkButton href=href kind=ButtonKind::Quiet>{words.get("event-duplicate")}</LinkButton>
            </li>
        }
    });
    view! { <Card title=words.get("event-steering")><ul class="steers">{rows}{again}</ul></Card> }
}
