//! The guests as a table.

use domain::access::Action;
use leptos::prelude::*;
use words::Words;

use super::{
    asked::Asked,
    badge::{badge, places},
    bulk::{bulk, may_pick, pick},
};
use crate::{
    events::views::EventView,
    guests::views::{GuestPageView, GuestView},
    page::{Ctx, address},
    tags::views::TagView,
    ui::{ButtonKind, Cell, Column, EmptyState, LinkButton, Pagination, Row, Table},
};

/// The table with what can be done with those who are picked, or why it is empty.
pub(super) fn rows(
    ctx: &Ctx,
    event: &EventView,
    asked: &Asked,
    page: GuestPageView,
    tags: &[TagView],
) -> AnyView {
    let words = ctx.words;
    if page.guests.is_empty() {
        return nobody(ctx, event, asked);
    }
    let columns = [
        "guests-name",
        "guests-company",
        "guests-standing",
        "guests-places",
        "guests-answered",
    ]
    .map(|key| Column::new(words.get(key)))
    .into();
    let may_pick = may_pick(ctx, &event.id);
    let lines = page
        .guests
        .into_iter()
        .map(|guest| line(ctx, guest, may_pick))
        .collect_view();
    let next = page.next.as_deref().map(|next| asked.after(next));
    let first = (!asked.after.is_empty()).then(|| asked.after(""));
    let has_more = next.is_some() || first.is_some();
    let table =
        view! { <Table caption=words.get("event-tab-guests") columns=columns>{lines}</Table> };
    view! {
        {bulk(ctx, event, asked, tags, has_more, table.into_any())}
        <Pagination
            label=words.get("pages-label") previous_label=words.get("pages-first") next_label=words.get("pages-next")
            previous=first next=next
        />
        {take_along(ctx, event, asked)}
    }
    .into_any()
}

fn line(ctx: &Ctx, guest: GuestView, may_pick: bool) -> impl IntoView + use<> {
    let words = ctx.words;
    let pick = may_pick.then(|| pick(ctx, &guest));
    let tags = guest.tags.clone().into_iter();
    let tags = tags
        .map(|tag| view! { <span class="tag">{tag}</span> })
        .collect_view();
    let href = format!("/app/events/{}/guests/{}", guest.event, guest.id);
    let places = places(words, &guest);
    view! {
        <Row>
            <Cell>
                <div class="pick">
                    {pick}
                    <div>
                        <a class="cell-main" href=href>{guest.full_name}</a>
                        <span class="cell-sub">{guest.email}</span>
                        {tags}
                    </div>
                </div>
            </Cell>
            {cell(words, "guests-company", guest.company)}
            <Cell label=words.get("guests-standing")>{badge(words, &guest.standing)}</Cell>
            {cell(words, "guests-places", places)}
            {cell(words, "guests-answered", guest.answered)}
        </Row>
    }
}

/// A cell of text; on phones an empty one says nothing, not even its heading.
fn cell(words: Words, key: &str, text: String) -> impl IntoView + use<> {
    let class = if text.is_empty() { "cell-empty" } else { "" };
    view! { <Cell label=words.get(key) class=class>{text}</Cell> }
}

fn nobody(ctx: &Ctx, event: &EventView, asked: &Asked) -> AnyView {
    let words = ctx.words;
    if asked.is_everything() {
        let import = format!("/app/events/{}/import", event.id);
        let import = ctx.may_at(&event.id, Action::EditGuests).then(|| {
            view! { <LinkButton href=import icon="upload">{words.get("step-guests-do")}</LinkButton> }
        });
        view! {
            <EmptyState title=words.get("guests-empty-title") text=words.get("guests-empty-text") icon="users">
                {import}
            </EmptyState>
        }
        .into_any()
    } else {
        let all = asked.base.clone();
        view! {
            <EmptyState title=words.get("guests-no-match-title") text=words.get("guests-no-match-text") icon="search">
                <LinkButton href=all kind=ButtonKind::Quiet>{words.get("filter-reset")}</LinkButton>
            </EmptyState>
        }
        .into_any()
    }
}

/// The list as a file, narrowed as the list is; not offered for what was searched for by name.
fn take_along(ctx: &Ctx, event: &EventView, asked: &Asked) -> impl IntoView + use<> {
    let words = ctx.words;
    let may = ctx.may_at(&event.id, Action::ExportGuests) && asked.search.is_empty();
    let is_whole = asked.standing.is_empty() && asked.tag.is_empty() && asked.workshop.is_empty();
    let who = words.get(if is_whole {
        "guests-take-all"
    } else {
        "guests-take"
    });
    let narrowed = [
        ("standing", asked.standing.as_str()),
        ("tag", &asked.tag),
        ("workshop", &asked.workshop),
    ];
    let link = |kind: &str| {
        let base = format!("/app/events/{}/guests.{kind}", event.id);
        let label = words.get(&format!("guests-{kind}"));
        view! {
            <LinkButton href=address(&base, &narrowed) kind=ButtonKind::Quiet icon="download">
                {label}
            </LinkButton>
        }
    };
    may.then(|| {
        view! { <div class="take-along"><p class="cell-sub">{who}</p>{link("xlsx")}{link("csv")}</div> }
    })
}
