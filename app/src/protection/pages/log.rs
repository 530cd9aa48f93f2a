//! The log of the tenant.

use leptos::prelude::*;

use super::{
    check::check_panel,
    log_shown::{ACTORS, TOPICS},
};
use crate::{
    page::{Ctx, address, load, organiser, protection_tabs},
    protection::{
        api,
        views::{LogLineView, LogPageView, LogQuery},
    },
    ui::{
        Button, ButtonKind, Cell, Column, EmptyState, LinkButton, PageHeader, Pagination, Row,
        SelectField, Table, TextField,
    },
};

const BASE: &str = "/app/protection/log";

/// Check, filters, entries; the filters are in the address.
#[component]
pub fn LogPage() -> impl IntoView {
    load(|ctx| async move {
        let query = asked(&ctx);
        let page = api::list_log(query.clone()).await?;
        let words = ctx.words;
        let inner = ctx.clone();
        Ok(organiser(&ctx, words.get("log-title"), move || {
            let label = words.get("log-export");
            let actions = move || {
                view! {
                    <LinkButton href=format!("{BASE}.ndjson") kind=ButtonKind::Quiet icon="download" download="">
                        {label}
                    </LinkButton>
                }
            };
            view! {
                <PageHeader title=words.get("log-title") lead=words.get("log-lead") actions=actions/>
                {protection_tabs(&inner, "/log")}
                <div class="stack stack-wide">
                    {check_panel(&inner, &page)}
                    <section class="stack">
                        <h2>{words.get("log-entries")}</h2>
                        {filters(&inner, &query)}
                        {rows(&inner, &query, page)}
                    </section>
                </div>
            }
            .into_any()
        }))
    })
}

fn asked(ctx: &Ctx) -> LogQuery {
    let text = |name: &str| ctx.query.text(name);
    LogQuery {
        actor: text("actor"),
        user: text("user"),
        topic: text("topic"),
        from: text("from"),
        until: text("until"),
        before: text("before"),
    }
}

/// The address of the list with these filters.
fn href(query: &LogQuery) -> String {
    let asked = [
        ("actor", query.actor.as_str()),
        ("user", &query.user),
        ("topic", &query.topic),
        ("from", &query.from),
        ("until", &query.until),
        ("before", &query.before),
    ];
    address(BASE, &asked)
}

fn filters(ctx: &Ctx, query: &LogQuery) -> impl IntoView + use<> {
    let words = ctx.words;
    let actors = ACTORS
        .map(|kind| {
            (
                kind.code().to_owned(),
                words.get(&format!("actor-{}", kind.code())),
            )
        })
        .into();
    let topics = TOPICS
        .map(|topic| (topic.to_owned(), words.get(&format!("topic-{topic}"))))
        .into();
    let user = (!query.user.is_empty())
        .then(|| view! { <input type="hidden" name="user" value=query.user.clone()/> });
    let is_filtered = href(&LogQuery {
        before: String::new(),
        ..query.clone()
    }) != BASE;
    let reset = is_filtered.then(|| {
        view! { <LinkButton href=BASE kind=ButtonKind::Link>{words.get("filter-reset")}</LinkButton> }
    });
    view! {
        <form method="get" action=BASE class="filter-row">
            {user}
            <SelectField
                label=words.get("log-who") name="actor" options=actors value=query.actor.clone()
                prompt=words.get("log-everybody")
            />
            <SelectField
                label=words.get("log-what") name="topic" options=topics value=query.topic.clone()
                prompt=words.get("log-everything")
            />
            <TextField label=words.get("log-from") name="from" input_type="date" value=query.from.clone()/>
            <TextField label=words.get("log-until") name="until" input_type="date" value=query.until.clone()/>
            <div class="actions">
                <Button kind=ButtonKind::Quiet icon="list-filter">{words.get("log-filter")}</Button>
                {reset}
            </div>
        </form>
    }
}

fn rows(ctx: &Ctx, query: &LogQuery, page: LogPageView) -> AnyView {
    let words = ctx.words;
    if page.lines.is_empty() {
        return view! {
            <EmptyState title=words.get("log-empty-title") text=words.get("log-empty-text") icon="history">
                <LinkButton href=BASE kind=ButtonKind::Quiet>{words.get("filter-reset")}</LinkButton>
            </EmptyState>
        }
        .into_any();
    }
    let columns = vec![
        Column::new(words.get("log-when")),
        Column::new(words.get("log-who")),
        Column::new(words.get("log-what")),
        Column::new(words.get("log-where")),
        Column::numeric(words.get("log-place")),
    ];
    let next = page.next.map(|next| {
        href(&LogQuery {
            before: next,
            ..query.clone()
        })
    });
    let first = (!query.before.is_empty()).then(|| {
        href(&LogQuery {
            before: String::new(),
            ..query.clone()
        })
    });
    let lines = page
        .lines
        .into_iter()
        .map(|entry| line(ctx, query, entry))
        .collect_view();
    view! {
        <Table caption=words.get("log-entries") columns=columns compact=true>{lines}</Table>
        <Pagination
            label=words.get("pages-label") previous_label=words.get("pages-first") next_label=words.get("pages-next")
            previous=first next=next
        />
    }
    .into_any()
}

fn line(ctx: &Ctx, query: &LogQuery, line: LogLineView) -> impl IntoView + use<> {
    let words = ctx.words;
    let action = if line.href.is_empty() {
        view! { <span class="cell-main">{line.action}</span> }.into_any()
    } else {
        view! { <a class="cell-main" href=line.href>{line.action}</a> }.into_any()
    };
    let actor = if line.user.is_empty() {
        line.actor.into_any()
    } else {
        let only = href(&LogQuery {
            user: line.user,
            before: String::new(),
            ..query.clone()
        });
        view! { <a href=only>{line.actor}</a> }.into_any()
    };
    let place = line
        .place
        .map_or_else(|| words.get("log-waiting"), |place| place.to_string());
    view! {
        <Row>
            <Cell label=words.get("log-when")><time title=line.at_utc>{line.at}</time></Cell>
            <Cell label=words.get("log-who")>{actor}</Cell>
            <Cell label=words.get("log-what")>
                {action}
                <span class="cell-sub">{line.fields.join(", ")}</span>
            </Cell>
            <Cell label=words.get("log-where")><span class="log-origin">{line.origin}</span></Cell>
            <Cell label=words.get("log-place") numeric=true>{place}</Cell>
        </Row>
    }
}
