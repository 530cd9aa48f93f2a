//! What will be deleted, and when.

use leptos::prelude::*;
use words::Words;

use crate::{
    page::{Ctx, load, organiser, protection_tabs},
    protection::{api, views::DeletionView},
    ui::{Cell, Column, EmptyState, Notice, NoticeKind, PageHeader, Row, Table},
};

/// Every event that still has guests, the next to be deleted first.
#[component]
pub fn RetentionPage() -> impl IntoView {
    load(|ctx| async move {
        let deletions = api::list_deletions().await?;
        let words = ctx.words;
        let inner = ctx.clone();
        Ok(organiser(&ctx, words.get("retention-title"), move || {
            view! {
                <PageHeader title=words.get("retention-title") lead=words.get("retention-lead")/>
                {protection_tabs(&inner, "/retention")}
                <div class="stack">{rows(&inner, deletions)}</div>
            }
            .into_any()
        }))
    })
}

fn rows(ctx: &Ctx, deletions: Vec<DeletionView>) -> AnyView {
    let words = ctx.words;
    if deletions.is_empty() {
        return view! {
            <EmptyState
                title=words.get("retention-empty-title") text=words.get("retention-empty-text") icon="shield-check"
            />
        }
        .into_any();
    }
    let overdue = deletions.iter().any(|deletion| deletion.overdue);
    let overdue = overdue.then(|| {
        view! { <Notice kind=NoticeKind::Bad><p>{words.get("retention-overdue")}</p></Notice> }
    });
    let columns = ["retention-event", "retention-on", "retention-what"]
        .map(|key| Column::new(words.get(key)))
        .into();
    let lines = deletions
        .into_iter()
        .map(|deletion| line(words, deletion))
        .collect_view();
    view! {
        {overdue}
        <Table caption=words.get("retention-title") columns=columns>{lines}</Table>
        <p class="cell-sub">{words.get("retention-stays")}</p>
    }
    .into_any()
}

fn line(words: Words, deletion: DeletionView) -> impl IntoView {
    let href = format!("/app/events/{}", deletion.event);
    let days = if deletion.days < 0 {
        words.with("retention-days-over", [("days", (-deletion.days).into())])
    } else {
        words.with("retention-days", [("days", deletion.days.into())])
    };
    let what = words.with(
        "retention-extent",
        [
            ("guests", deletion.guests.into()),
            ("mails", deletion.mails.into()),
        ],
    );
    let special = (deletion.special > 0).then(|| {
        let facts = [
            ("count", deletion.special.into()),
            ("date", (&deletion.special_on).into()),
        ];
        view! { <span class="cell-sub">{words.with("retention-special", facts)}</span> }
    });
    view! {
        <Row>
            <Cell><a class="cell-main" href=href>{deletion.title}</a></Cell>
            <Cell label=words.get("retention-on")>
                <span>{deletion.on}</span><span class="cell-sub">{days}</span>
            </Cell>
            <Cell label=words.get("retention-what")><span>{what}</span>{special}</Cell>
        </Row>
    }
}
