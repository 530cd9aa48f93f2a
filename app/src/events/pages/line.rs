//! An event in a list.

use leptos::prelude::*;

use crate::{
    events::views::EventView,
    page::Ctx,
    ui::{AnswerBar, BadgeKind, DateTile, StatusBadge},
};

/// An event in a list: date, title, place, how the answers stand.
#[component]
pub(super) fn EventLine(
    /// The context.
    ctx: Ctx,
    /// The event.
    event: EventView,
) -> impl IntoView {
    let words = ctx.words;
    let [weekday, day, month] = event.tile;
    let figures = event.figures;
    let kind = match event.stage.as_str() {
        "published" => BadgeKind::Ok,
        "cancelled" => BadgeKind::Bad,
        "draft" => BadgeKind::Open,
        _ => BadgeKind::No,
    };
    let open = figures.open + figures.listed;
    let summary = words.with(
        "event-answers",
        [
            ("yes", figures.accepted.into()),
            ("no", (figures.declined + figures.cancelled).into()),
            ("open", open.into()),
        ],
    );
    let answers = (figures.accepted + figures.declined + figures.cancelled + open > 0).then(|| {
        view! {
            <AnswerBar
                yes=u64::from(figures.accepted) no=u64::from(figures.declined + figures.cancelled)
                open=u64::from(open) label=words.get("event-answers-label") description=summary.clone()
            />
            <p class="cell-sub">{summary.clone()}</p>
        }
    });
    view! {
        <li class="event-line">
            <DateTile weekday=weekday day=day month=month datetime=event.starts/>
            <div class="event-line-body">
                <p class="event-line-title">
                    <a href=format!("/app/events/{}", event.id)>{event.title}</a>
                    <StatusBadge kind=kind word=words.get(&format!("stage-{}", event.stage))/>
                </p>
                <p class="cell-sub">{event.when}</p>
                <p class="cell-sub">{event.place}</p>
                {answers}
            </div>
        </li>
    }
}
