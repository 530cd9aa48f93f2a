//! Looking at a list before it is taken over.

use leptos::prelude::*;
use words::Words;

use super::adjust::adjust;
use crate::{
    imports::views::{PreviewView, RowView},
    page::Ctx,
    ui::{
        Button, ButtonKind, Card, Cell, Column, Details, LinkButton, Notice, NoticeKind, Row, Table,
    },
};

/// As many rows as stand open by themselves.
const OPEN_MAX: u32 = 20;

/// What will happen, what was guessed, and what is left out and why.
pub(super) fn preview(ctx: &Ctx, event: &str, import: &str, list: PreviewView) -> AnyView {
    let words = ctx.words;
    let action = format!("/app/events/{event}/import/{import}");
    let source = if list.file_name.is_empty() {
        words.get("import-pasted")
    } else {
        list.file_name.clone()
    };
    let left_out = list.doubles_count + list.bad_count;
    let summary = words.with(
        "import-summary",
        [("good", list.good.into()), ("left", left_out.into())],
    );
    let corrections = adjust(words, &list);
    let confirm = (list.good > 0).then(|| {
        view! {
            <Button name="do" value="confirm" icon="user-plus">
                {words.with("import-confirm", [("count", list.good.into())])}
            </Button>
        }
    });
    let kind = if left_out > 0 {
        NoticeKind::Warn
    } else {
        NoticeKind::Ok
    };
    let bad = left(words, "import-bad", list.bad, list.bad_count);
    let doubles = left(words, "import-doubles", list.doubles, list.doubles_count);
    view! {
        <form method="post" action=action class="stack stack-wide">
            <div class="stack stack-tight"><h2>{words.get("import-look-title")}</h2><p class="cell-sub">{source}</p></div>
            <Notice kind=kind title=summary><p>{words.get("import-nothing-yet")}</p></Notice>
            <div class="actions">
                {confirm}
                <LinkButton href=format!("/app/events/{event}/import") kind=ButtonKind::Link>
                    {words.get("import-discard")}
                </LinkButton>
            </div>
            {bad}
            {doubles}
            <Card title=words.get("import-good")>{table(words, "import-good", list.good_rows, false)}</Card>
            {corrections}
        </form>
    }
    .into_any()
}

/// The rows that are left out; a short list stands open.
fn left(words: Words, key: &str, rows: Vec<RowView>, count: u32) -> impl IntoView + use<> {
    let key = key.to_owned();
    let open = count <= OPEN_MAX;
    (!rows.is_empty()).then(|| {
        let summary = words.with(&format!("{key}-count"), [("count", count.into())]);
        view! { <Details summary=summary open=open>{table(words, &key, rows, true)}</Details> }
    })
}

fn table(words: Words, key: &str, rows: Vec<RowView>, with_reason: bool) -> impl IntoView + use<> {
    let mut columns = vec![
        Column::numeric(words.get("import-line")),
        Column::new(words.get("guests-name")),
        Column::new(words.get("field-email")),
        Column::new(words.get("guests-company")),
    ];
    if with_reason {
        columns.push(Column::new(words.get("import-reason")));
    }
    let rows = rows
        .into_iter()
        .map(|row| {
            let reason = with_reason.then(|| {
                view! { <Cell label=words.get("import-reason")>{row.reason}</Cell> }
            });
            view! {
                <Row>
                    <Cell label=words.get("import-line") numeric=true>{row.line}</Cell>
                    <Cell label=words.get("guests-name")>{row.name}</Cell>
                    <Cell label=words.get("field-email")>{row.email}</Cell>
                    <Cell label=words.get("guests-company")>{row.company}</Cell>
                    {reason}
                </Row>
            }
        })
        .collect_view();
    view! { <Table caption=words.get(key) columns=columns compact=true>{rows}</Table> }
}
