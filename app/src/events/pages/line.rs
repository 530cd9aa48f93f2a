//! An event in a list.

use domain::guests::Standing;
use leptos::prelude::*;
use words::Words;

use crate::{
    events::views::EventView,
    page::Ctx,
    ui::{AnswerBar, BadgeKind, DateTile, StatusBadge},
};

/// How the stage of an event looks.
pub(super) fn stage_kind(event: &EventView) -> BadgeKind {
    match event.stage.as_str() {
        _ if event.archived => BadgeKind::No,
        "published" => BadgeKind::Ok,
        "cancelled" => BadgeKind::Bad,
        "draft" => BadgeKind::Open,
        _ => BadgeKind::No,
    }
}

/// The stage of an event in a word.
pub(super) fn stage_word(words: Words, event: &EventView) -> String {
    if event.archived {
        words.get("stage-archived")
    } else {
        words.get(&format!("stage-{}", event.stage))
    }
}

/// An event in a list: date, title, place, how the answers stand.
#[component]
pub(super) fn EventLine(
    /// The context.
    ctx: Ctx,
    /// The event.
    event: EventView,
) -> impl IntoView {
    let words = ctx.words;
    let (kind, stage) = (stage_kind(&event), stage_word(words, &event));
    let [weekday, day, month] = event.tile;
    let figures = event.figures;
    let any_of = |standings: &[Standing]| figures.standings.any_of(standings);
    let yes = figures.of(Standing::Accepted);
    let no = any_of(&[Standing::Declined, Standing::Cancelled]);
    let open = any_of(&[
        Standing::Open,
        Standing::Listed,
        Standing::Maybe,
        Standing::Requested,
    ]);
    let summary = words.with(
        "event-answers",
        [
            ("yes", yes.into()),
            ("no", no.into()),
            ("open", open.into()),
        ],
    );
    let answers = (yes + no + open > 0).then(|| {
        view! {
            <AnswerBar
                yes=u64::from(yes) no=u64::from(no)
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
                    <StatusBadge kind=kind word=stage/>
                </p>
                <p class="cell-sub">{event.when}</p>
                <p class="cell-sub">{event.place}</p>
                {answers}
            </div>
        </li>
    }
}
