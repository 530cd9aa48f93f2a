//! Erasures.

use leptos::prelude::*;

use crate::{
    page::{Ctx, load, organiser, protection_tabs},
    protection::{
        api,
        views::{ErasurePageView, ErasureView},
    },
    ui::{Cell, Column, EmptyState, PageHeader, Pagination, Row, Table},
};

const BASE: &str = "/app/protection/erasures";

/// Who was erased, as far as that may still be known.
#[component]
pub fn ErasuresPage() -> impl IntoView {
    load(|ctx| async move {
        let before = ctx.query.text("before");
        let page = api::list_erasures(before.clone()).await?;
        let words = ctx.words;
        let inner = ctx.clone();
        Ok(organiser(&ctx, words.get("erasures-title"), move || {
            view! {
                <PageHeader title=words.get("erasures-title") lead=words.get("erasures-lead")/>
                {protection_tabs(&inner, "/erasures")}
                <div class="stack">{rows(&inner, &before, page)}</div>
            }
            .into_any()
        }))
    })
}

fn rows(ctx: &Ctx, before: &str, page: ErasurePageView) -> AnyView {
    let words = ctx.words;
    if page.lines.is_empty() {
        return view! {
            <EmptyState
                title=words.get("erasures-empty-title") text=words.get("erasures-empty-text") icon="shield-check"
            />
        }
        .into_any();
    }
    let columns = ["erasures-when", "erasures-who", "erasures-person"]
        .map(|key| Column::new(words.get(key)))
        .into();
    let next = page.next.map(|next| format!("{BASE}?before={next}"));
    let first = (!before.is_empty()).then(|| BASE.to_owned());
    let lines = page
        .lines
        .into_iter()
        .map(|entry| line(ctx, entry))
        .collect_view();
    view! {
        <Table caption=words.get("erasures-title") columns=columns>{lines}</Table>
        <Pagination
            label=words.get("pages-label") previous_label=words.get("pages-first") next_label=words.get("pages-next")
            previous=first next=next
        />
    }
    .into_any()
}

fn line(ctx: &Ctx, erasure: ErasureView) -> impl IntoView + use<> {
    let words = ctx.words;
    let href = format!("{BASE}/{}", erasure.person);
    view! {
        <Row>
            <Cell><a class="cell-main" href=href>{erasure.at}</a></Cell>
            <Cell label=words.get("erasures-who")>{erasure.actor}</Cell>
            <Cell label=words.get("erasures-person")><code class="id">{erasure.person}</code></Cell>
        </Row>
    }
}
