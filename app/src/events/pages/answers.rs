//! How the answers to an event came in.

use leptos::prelude::*;
use words::Words;

use crate::{
    events::views::AnswersView,
    ui::{Card, Cell, ChartLine, Column, Details, LineChart, Row, Table},
};

/// The answers day by day, as a picture and as a table; nothing before there are two days of them.
pub(super) fn answers(words: Words, shown: AnswersView) -> Option<impl IntoView + use<>> {
    let AnswersView { days, yes, no } = shown;
    let (first, last) = (days.first()?.clone(), days.last()?.clone());
    if days.len() < 2 {
        return None;
    }
    let legend = [
        ("line-chart-yes", "standing-accepted", yes.last().copied()),
        ("line-chart-no", "answers-no", no.last().copied()),
    ]
    .map(|(class, key, count)| {
        let count = count.unwrap_or(0);
        view! {
            <li class=format!("line-chart-key {class}")>
                <svg class="line-chart-swatch" viewBox="0 0 24 4" aria-hidden="true" focusable="false">
                    <line class=format!("line-chart-line {class}") x1="0" x2="24" y1="2" y2="2"></line>
                </svg>
                {words.get(key)} " " <strong>{count}</strong>
            </li>
        }
    })
    .collect_view();
    let columns = ["answers-day", "standing-accepted", "answers-no"];
    let columns = columns.map(|key| Column::new(words.get(key))).into();
    let rows = days
        .into_iter()
        .zip(yes.clone().into_iter().zip(no.clone()))
        .rev()
        .map(|(day, (yes, no))| {
            view! {
                <Row>
                    <Cell class="cell-main">{day}</Cell>
                    <Cell label=words.get("standing-accepted")>{yes}</Cell>
                    <Cell label=words.get("answers-no")>{no}</Cell>
                </Row>
            }
        })
        .collect_view();
    let lines = vec![
        ChartLine {
            class: "line-chart-yes",
            values: yes,
        },
        ChartLine {
            class: "line-chart-no",
            values: no,
        },
    ];
    let title = words.get("answers-title");
    Some(view! {
        <Card title=title.clone()>
            <div class="stack">
                <LineChart label=title.clone() lines=lines/>
                <p class="line-chart-ends"><span>{first}</span><span>{last}</span></p>
                <ul class="line-chart-keys">{legend}</ul>
                <Details summary=words.get("answers-table") class="details-plain">
                    <Table caption=title columns=columns compact=true>{rows}</Table>
                </Details>
            </div>
        </Card>
    })
}
