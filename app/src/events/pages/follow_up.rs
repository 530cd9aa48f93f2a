//! What comes after the invitation: a reminder to the silent, thanks to those who came.

use domain::{access::Action, guests::Standing, mailings::Mailing};
use leptos::prelude::*;

use crate::{
    events::views::EventView,
    page::Ctx,
    ui::{ButtonKind, Card, LinkButton},
};

/// The next letter, while there is somebody to write to; nothing for who may not write.
pub(super) fn follow_up(ctx: &Ctx, event: &EventView) -> AnyView {
    let words = ctx.words;
    let figures = event.figures;
    let silent = figures.standings.any_of(Mailing::Reminder.standings());
    let (mailing, count) = if event.takes_answers && silent > 0 {
        ("reminder", silent)
    } else if event.stage == "past" && figures.of(Standing::Accepted) > 0 {
        ("thanks", figures.of(Standing::Accepted))
    } else {
        return ().into_any();
    };
    if event.archived || !ctx.may_at(&event.id, Action::SendMailings) {
        return ().into_any();
    }
    let text = words.with(&format!("follow-up-{mailing}"), [("count", count.into())]);
    let label = words.get(&format!("follow-up-{mailing}-do"));
    let href = format!("/app/events/{}/invitation?mailing={mailing}", event.id);
    view! {
        <Card title=words.get("event-next")>
            <div class="stack">
                <p>{text}</p>
                <div class="actions">
                    <LinkButton href=href kind=ButtonKind::Quiet icon="mail">{label}</LinkButton>
                </div>
            </div>
        </Card>
    }
    .into_any()
}
