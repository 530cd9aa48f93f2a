//! The guest list.

use domain::access::Action;
use domain::guests::Standing;
use leptos::prelude::*;
use words::Words;

use super::badge::badge;
use crate::{
    error::ApiError,
    events::{api::load_event, views::EventView},
    guests::{
        api,
        views::{GuestPageView, GuestView},
    },
    page::{Ctx, Pairs, address, event_tabs, load, organiser, page_param, param},
    ui::{
        Button, ButtonKind, Cell, Column, EmptyState, FilterChip, LinkButton, PageHeader,
        Pagination, Row, Table, TextField,
    },
};

/// Search, standing and guests; all of it in the address, what is searched for sealed.
#[component]
pub fn GuestsPage() -> impl IntoView {
    let event = page_param("event");
    load(|ctx| async move {
        let event = load_event(event).await?;
        let asked = Asked {
            standing: ctx.query.text("standing"),
            search: ctx.query.text("search"),
            after: ctx.query.text("after"),
            base: format!("/app/events/{}/guests", event.id),
        };
        let page = api::list_guests(
            event.id.clone(),
            asked.standing.clone(),
            asked.search.clone(),
            asked.after.clone(),
        )
        .await?;
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
                <div class="stack">
                    {search(&inner, &asked, page.searched.clone())}
                    {chips(&inner, &event, &asked)}
                    {rows(&inner, &event, &asked, page)}
                </div>
            }
            .into_any()
        }))
    })
}

/// What is asked for.
struct Asked {
    standing: String,
    search: String,
    after: String,
    base: String,
}

impl Asked {
    fn href(&self, standing: &str, after: &str) -> String {
        let query = [
            ("standing", standing),
            ("search", &self.search),
            ("after", after),
        ];
        address(&self.base, &query)
    }
}

fn search(ctx: &Ctx, asked: &Asked, searched: String) -> impl IntoView + use<> {
    let words = ctx.words;
    view! {
        <form method="post" action=asked.base.clone() class="search-row" role="search">
            <input type="hidden" name="standing" value=asked.standing.clone()/>
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
    let count = |standing: Standing| match standing {
        Standing::Listed => figures.listed,
        Standing::Open => figures.open,
        Standing::Unconfirmed => figures.unconfirmed,
        Standing::Waiting => figures.waiting,
        Standing::Offered => figures.offered,
        Standing::Lapsed => figures.lapsed,
        Standing::Accepted => figures.accepted,
        Standing::Declined => figures.declined,
        Standing::Cancelled => figures.cancelled,
    };
    let all: u32 = Standing::ALL.into_iter().map(count).sum();
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
            let href = asked.href(&standing, "");
            view! { <FilterChip href=href label=words.get(&key) count=count.to_string() current=current/> }
        })
        .collect_view();
    view! { <nav class="chip-row chip-row-scroll" aria-label=words.get("guests-filter")>{chips}</nav> }
}

/// What at most events is nobody: shown only when it is somebody.
const fn is_rare(standing: Standing) -> bool {
    use Standing::{Cancelled, Lapsed, Offered, Unconfirmed, Waiting};
    matches!(
        standing,
        Unconfirmed | Waiting | Offered | Lapsed | Cancelled
    )
}

fn rows(ctx: &Ctx, event: &EventView, asked: &Asked, page: GuestPageView) -> AnyView {
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
    let lines = page
        .guests
        .into_iter()
        .map(|guest| line(ctx, guest))
        .collect_view();
    let next = page.next.map(|next| asked.href(&asked.standing, &next));
    let first = (!asked.after.is_empty()).then(|| asked.href(&asked.standing, ""));
    view! {
        <Table caption=words.get("event-tab-guests") columns=columns>{lines}</Table>
        <Pagination
            label=words.get("pages-label") previous_label=words.get("pages-first") next_label=words.get("pages-next")
            previous=first next=next
        />
        {take_along(ctx, event, asked)}
    }
    .into_any()
}

/// The list as a file; what is searched for is not taken into account, the standing is.
fn take_along(ctx: &Ctx, event: &EventView, asked: &Asked) -> impl IntoView + use<> {
    let words = ctx.words;
    let may = ctx.may_at(&event.id, Action::ExportGuests) && asked.search.is_empty();
    let who = match asked.standing.as_str() {
        "" | "invited" => words.get("guests-take-all"),
        standing => words.with(
            "guests-take",
            [(
                "standing",
                words.get(&format!("standing-{standing}")).into(),
            )],
        ),
    };
    let link = |kind: &str| {
        let base = format!("/app/events/{}/guests.{kind}", event.id);
        let label = words.get(&format!("guests-{kind}"));
        view! {
            <LinkButton href=address(&base, &[("standing", &asked.standing)]) kind=ButtonKind::Quiet icon="download">
                {label}
            </LinkButton>
        }
    };
    may.then(|| {
        view! { <div class="take-along"><p class="cell-sub">{who}</p>{link("xlsx")}{link("csv")}</div> }
    })
}

fn line(ctx: &Ctx, guest: GuestView) -> impl IntoView + use<> {
    let words = ctx.words;
    let href = format!("/app/events/{}/guests/{}", guest.event, guest.id);
    let places = if guest.places == 0 {
        String::new()
    } else {
        guest.places.to_string()
    };
    view! {
        <Row>
            <Cell>
                <a class="cell-main" href=href>{guest.full_name}</a>
                <span class="cell-sub">{guest.email}</span>
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
    if asked.standing.is_empty() && asked.search.is_empty() {
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

/// Goes on to the list of those who are searched for.
pub async fn search_guests(path: Vec<String>, pairs: Pairs) -> Result<String, ApiError> {
    let event = param(&path, 0)?;
    let asked = Asked {
        search: api::ask_guests(event.clone(), pairs.text("search")).await?,
        standing: pairs.text("standing"),
        after: String::new(),
        base: format!("/app/events/{event}/guests"),
    };
    Ok(asked.href(&asked.standing, ""))
}
