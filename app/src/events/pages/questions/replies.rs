//! What those who come replied: numbers first, and behind each number who it is.

use domain::access::{Action, act};
use leptos::prelude::*;
use words::Words;

use crate::{
    error::ApiError,
    page::{load, organiser, page_param},
    questions::{
        api,
        views::{RepliesView, SameReplyView},
    },
    ui::{Card, Details, EmptyState, LinkButton, Notice, NoticeKind, PageHeader},
};

/// Each question with its replies.
#[component]
pub fn RepliesPage() -> impl IntoView {
    let event = page_param("event");
    load(|ctx| async move {
        ctx.must_at::<act::SeeGuests>(&event)?;
        let replies = api::load_replies(event.clone()).await?;
        let words = ctx.words;
        let base = format!("/app/events/{event}");
        let may_ask = ctx.may_at(&event, Action::PlanEvents);
        let title = words.get("replies-title");
        Ok::<_, ApiError>(organiser(&ctx, title.clone(), move || {
            let back = format!("{base}/guests");
            let shown = if replies.is_empty() {
                let ask = may_ask.then(|| {
                    let href = format!("{base}/questions");
                    view! { <LinkButton href=href>{words.get("question-add")}</LinkButton> }
                });
                view! {
                    <EmptyState title=words.get("replies-empty") text=words.get("replies-empty-text")>{ask}</EmptyState>
                }
                .into_any()
            } else {
                let cards = replies
                    .into_iter()
                    .map(|one| card(words, &base, one))
                    .collect_view();
                view! { <div class="stack measure">{cards}</div> }.into_any()
            };
            view! {
                <PageHeader title=title back_href=back back_label=words.get("event-tab-guests")/>
                {shown}
            }
            .into_any()
        }))
    })
}

fn card(words: Words, base: &str, replies: RepliesView) -> impl IntoView + use<> {
    let special = replies.is_special.then(|| {
        view! { <p class="cell-sub">{words.get("guest-special-text")}</p> }
    });
    let sum = (!replies.sum.is_empty()).then(|| {
        let text = words.with("replies-sum", [("sum", (&replies.sum).into())]);
        view! { <p><strong>{text}</strong></p> }
    });
    let lines = replies
        .said
        .into_iter()
        .map(|same| line(words, base, same))
        .collect_view();
    let silent = (replies.silent > 0).then(|| {
        view! { <p class="cell-sub">{words.with("replies-silent", [("count", replies.silent.into())])}</p> }
    });
    let untold = (replies.untold > 0).then(|| {
        let text = words.with("replies-untold", [("count", replies.untold.into())]);
        view! { <Notice kind=NoticeKind::Info><p>{text}</p></Notice> }
    });
    view! {
        <Card title=replies.label>
            {special}{sum}
            <div class="replies">{lines}</div>
            {silent}{untold}
        </Card>
    }
}

/// A reply with its number; opened, it tells whose it is.
fn line(words: Words, base: &str, same: SameReplyView) -> AnyView {
    let summary = words.with(
        "replies-line",
        [
            ("said", (&same.said).into()),
            ("count", same.count.to_string().into()),
        ],
    );
    if same.guests.is_empty() {
        return view! { <p class="replies-none">{summary}</p> }.into_any();
    }
    let names = same
        .guests
        .into_iter()
        .map(|(guest, name)| {
            let href = format!("{base}/guests/{guest}");
            view! { <li><a href=href>{name}</a></li> }
        })
        .collect_view();
    view! { <Details summary=summary><ul class="replies-names">{names}</ul></Details> }.into_any()
}
