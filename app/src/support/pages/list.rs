//! When support was let in, what it did, and letting it in.

use domain::access::Action;
use leptos::prelude::*;

use super::grant::grant_form;
use crate::{
    error::ApiError,
    page::{Ctx, Pairs, address, done, form, load, organiser},
    support::{
        api,
        views::{AccessView, LetInForm},
    },
    ui::{
        BadgeKind, Button, ButtonKind, Cell, Column, EmptyState, PageHeader, Row, StatusBadge,
        Table,
    },
};

const HERE: &str = "/app/team/support";

/// Letting support in, and what it did.
#[component]
pub fn SupportPage() -> impl IntoView {
    load(|ctx| async move {
        let list = api::list_accesses().await?;
        let candidates = if ctx.may(Action::GrantSupport) {
            ctx.must::<domain::access::act::GrantSupport>()?;
            Some(api::list_candidates().await?)
        } else {
            None
        };
        let words = ctx.words;
        let inner = ctx.clone();
        Ok(organiser(&ctx, words.get("support-title"), move || {
            let grant = candidates.map(|candidates| grant_form(&inner, candidates));
            view! {
                <PageHeader
                    title=words.get("support-title") lead=words.get("support-lead") back_href="/app/team"
                    back_label=words.get("nav-team")
                />
                {done(&inner, "support", &["let-in", "ended"])}
                {form(&inner)}
                <div class="stack stack-wide">
                    <div class="measure">{grant}</div>
                    {accesses(&inner, list)}
                </div>
            }
            .into_any()
        }))
    })
}

fn accesses(ctx: &Ctx, list: Vec<AccessView>) -> AnyView {
    let words = ctx.words;
    if list.is_empty() {
        return view! {
            <EmptyState
                title=words.get("support-empty-title") text=words.get("support-empty-text") icon="shield-check"
            />
        }
        .into_any();
    }
    let mut columns: Vec<Column> = [
        "field-account",
        "field-reason",
        "support-time",
        "support-did",
    ]
    .map(|key| Column::new(words.get(key)))
    .into();
    columns.push(Column::silent(words.get("support-end")));
    let rows = list
        .into_iter()
        .map(|access| line(ctx, access))
        .collect_view();
    view! {
        <section class="stack">
            <h2>{words.get("support-past")}</h2>
            <Table caption=words.get("support-past") columns=columns>{rows}</Table>
        </section>
    }
    .into_any()
}

fn line(ctx: &Ctx, access: AccessView) -> impl IntoView + use<> {
    let words = ctx.words;
    let extent = words.get(&format!("support-extent-{}", access.extent));
    let lasts = access.lasts.then(
        || view! { " "<StatusBadge kind=BadgeKind::Waiting word=words.get("support-lasts")/> },
    );
    let by = words.with("team-by", [("name", (&access.by).into())]);
    let time = words.with(
        "support-from-until",
        [
            ("from", (&access.from).into()),
            ("until", (&access.until).into()),
        ],
    );
    let query = [
        ("user", access.user.as_str()),
        ("from", &access.from_day),
        ("until", &access.until_day),
    ];
    let log = address("/app/protection/log", &query);
    let did = words.with(
        "support-deeds",
        [
            ("looks", access.looks.into()),
            ("changes", access.changes.into()),
        ],
    );
    let end = (access.lasts && ctx.may(Action::GrantSupport)).then(|| {
        let name = access.name.clone();
        view! {
            <form method="post" action=HERE>
                <input type="hidden" name="do" value="end"/>
                <input type="hidden" name="access" value=access.id/>
                <Button kind=ButtonKind::Link>{words.get("support-end")}<span class="sr-only">" "{name}</span></Button>
            </form>
        }
    });
    view! {
        <Row>
            <Cell><span class="cell-main">{access.name}</span>{lasts}<span class="cell-sub">{extent}</span></Cell>
            <Cell label=words.get("field-reason")>{access.reason}<span class="cell-sub">{by}</span></Cell>
            <Cell label=words.get("support-time")>{time}</Cell>
            <Cell label=words.get("support-did")><a href=log>{did}</a></Cell>
            <Cell>{end}</Cell>
        </Row>
    }
}

/// What the buttons do.
pub async fn manage_support(_path: Vec<String>, pairs: Pairs) -> Result<String, ApiError> {
    match pairs.get("do") {
        "let-in" => {
            let form = LetInForm {
                user: pairs.text("account"),
                reason: pairs.text("reason"),
                extent: pairs.text("extent"),
                minutes: pairs.text("minutes"),
            };
            api::let_in(form).await?;
            Ok(format!("{HERE}?done=let-in"))
        }
        "end" => {
            api::end_access(pairs.text("access")).await?;
            Ok(format!("{HERE}?done=ended"))
        }
        _ => Err(ApiError::NotFound),
    }
}
