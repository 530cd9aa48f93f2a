//! The guest list.

use domain::access::Action;
use domain::guests::Standing;
use leptos::prelude::*;
use words::Words;

use super::{
    asked::Asked,
    bulk::{done, may_pick},
    table::rows,
};
use crate::{
    events::{api::load_event, views::EventView},
    guests::api,
    page::{Ctx, Select, event_tabs, form, load, organiser, page_param},
    tags::{api::list_tags, views::TagView},
    ui::{Button, ButtonKind, FilterChip, LinkButton, PageHeader, TextField},
    workshops::{api::load_workshops, views::WorkshopLineView},
};

/// Search, standing and guests; all of it in the address, what is searched for sealed.
#[component]
pub fn GuestsPage() -> impl IntoView {
    let event = page_param("event");
    load(|ctx| async move {
        let event = load_event(event).await?;
        let asked = Asked::of(&event.id, &ctx.query);
        let page = api::list_guests(
            event.id.clone(),
            asked.standing.clone(),
            asked.tag.clone(),
            asked.workshop.clone(),
            asked.search.clone(),
            asked.after.clone(),
        )
        .await?;
        let tags = list_tags(event.id.clone()).await?;
        let workshops = if event.workshops > 0 {
            load_workshops(event.id.clone()).await?.lines
        } else {
            Vec::new()
        };
        let words = ctx.words;
        let title = event.title.clone();
        let inner = ctx.clone();
        Ok(organiser(&ctx, words.get("event-tab-guests"), move || {
            let new = format!("/app/events/{}/guests/new", event.id);
            let (has_questions, replies) = (
                event.questions > 0,
                format!("/app/events/{}/replies", event.id),
            );
            let may_edit = inner.may_at(&event.id, Action::EditGuests);
            let actions = move || {
                let add = may_edit.then(|| {
                    view! { <LinkButton href=new icon="user-plus">{words.get("guest-add")}</LinkButton> }
                });
                let replies = has_questions.then(|| {
                    view! {
                        <LinkButton href=replies kind=ButtonKind::Quiet icon="list-checks">{words.get("replies-title")}</LinkButton>
                    }
                });
                view! { {replies} {add} }
            };
            view! {
                <PageHeader title=title back_href="/app/events" back_label=words.get("nav-events") actions=actions/>
                {event_tabs(&inner, &event.id, "/guests")}
                {done(&inner)}
                {form(&inner)}
                <div class="stack">
                    {search(&inner, &asked, page.searched.clone())}
                    {chips(&inner, &event, &asked)}
                    {workshop_chips(words, &asked, &workshops)}
                    {tag_chips(words, &asked, &tags)}
                    {rows(&inner, &event, &asked, page, &tags)}
                </div>
                {may_pick(&inner, &event.id).then(|| view! { <Select ctx=inner.clone()/> })}
            }
            .into_any()
        }))
    })
}

fn search(ctx: &Ctx, asked: &Asked, searched: String) -> impl IntoView + use<> {
    let words = ctx.words;
    view! {
        <form method="post" action=asked.base.clone() class="search-row" role="search">
            <input type="hidden" name="standing" value=asked.standing.clone()/>
            <input type="hidden" name="tag" value=asked.tag.clone()/>
            <input type="hidden" name="workshop" value=asked.workshop.clone()/>
            <TextField
                label=words.get("guests-search") name="search" input_type="search" value=searched
                autocomplete="off" enterkeyhint="search"
            />
            <Button kind=ButtonKind::Quiet icon="search">{words.get("search")}</Button>
        </form>
    }
}

fn chips(ctx: &Ctx, event: &EventView, asked: &Asked) -> impl IntoView + use<> {
    let words = ctx.words;
    let figures = event.figures;
    let count = |standing| figures.of(standing);
    let all = figures.standings.all();
    let mut chips = vec![
        (String::new(), "standing-all".to_owned(), all),
        (
            "invited".to_owned(),
            "standing-invited".to_owned(),
            figures.invited,
        ),
    ];
    for standing in Standing::ALL {
        let code = standing.code();
        let is_usual = !is_rare(standing);
        if is_usual || count(standing) > 0 || asked.standing == code {
            let key = format!("standing-{code}");
            chips.push((code.to_owned(), key, count(standing)));
        }
    }
    let chips = chips
        .into_iter()
        .map(|(standing, key, count)| {
            let current = standing == asked.standing;
            let href = asked.standing(&standing);
            view! { <FilterChip href=href label=words.get(&key) count=count.to_string() current=current/> }
        })
        .collect_view();
    view! { <nav class="chip-row chip-row-scroll" aria-label=words.get("guests-filter")>{chips}</nav> }
}

/// Standings that most events have nobody in; their chip is shown only when somebody is.
const fn is_rare(standing: Standing) -> bool {
    use Standing::{Accepted, Declined, Listed, Open};
    !matches!(standing, Listed | Open | Accepted | Declined)
}

/// The workshops as filters; the one that is chosen is taken away by a second click.
fn workshop_chips(
    words: Words,
    asked: &Asked,
    lines: &[WorkshopLineView],
) -> impl IntoView + use<> {
    let chips: Vec<_> = lines
        .iter()
        .map(|line| {
            let number = line.workshop.number.to_string();
            let current = number == asked.workshop;
            let href = asked.workshop(if current { "" } else { &number });
            let label = line.workshop.title.clone();
            view! { <FilterChip href=href label=label count=line.guests.to_string() current=current/> }
        })
        .collect();
    (!chips.is_empty()).then(|| {
        view! { <nav class="chip-row chip-row-scroll" aria-label=words.get("guests-filter-workshop")>{chips}</nav> }
    })
}

/// The tags as filters; the one that is chosen is taken away by a second click.
fn tag_chips(words: Words, asked: &Asked, tags: &[TagView]) -> impl IntoView + use<> {
    let chips: Vec<_> = tags
        .iter()
        .map(|tag| {
            let current = tag.id == asked.tag;
            let href = asked.tag(if current { "" } else { &tag.id });
            view! { <FilterChip href=href label=tag.name.clone() count=tag.guests.to_string() current=current/> }
        })
        .collect();
    (!chips.is_empty()).then(|| {
        view! { <nav class="chip-row chip-row-scroll" aria-label=words.get("guests-filter-tag")>{chips}</nav> }
    })
}
