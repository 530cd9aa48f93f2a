use leptos::prelude::*;

use super::class_list::class_list;

/// A column of a table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Column {
    /// Its heading.
    pub label: String,
    /// Whether it holds numbers, set to the right.
    pub numeric: bool,
    /// Whether the heading is only read out (selection, actions).
    pub silent: bool,
}

impl Column {
    /// A column of words.
    pub fn new(label: impl Into<String>) -> Self {
        Self {
            label: label.into(),
            ..Self::default()
        }
    }

    /// A column of numbers.
    pub fn numeric(label: impl Into<String>) -> Self {
        Self {
            numeric: true,
            ..Self::new(label)
        }
    }

    /// A column whose heading is only read out.
    pub fn silent(label: impl Into<String>) -> Self {
        Self {
            silent: true,
            ..Self::new(label)
        }
    }
}

/// A table whose rows become cards on phones. Its children are `Row`s of `Cell`s.
///
/// The roles are spelt out because browsers forget them once a row is shown as a card.
#[component]
pub fn Table(
    /// What the table holds, read out.
    #[prop(into)]
    caption: String,
    /// The columns, in the order of the cells.
    columns: Vec<Column>,
    /// Whether the rows are lower (36 px).
    #[prop(optional)]
    compact: bool,
    /// More classes.
    #[prop(into, optional)]
    class: String,
    /// The rows.
    children: Children,
) -> impl IntoView {
    let own = if compact {
        "data-table data-table-compact"
    } else {
        "data-table"
    };
    let heads = columns.into_iter().map(head).collect_view();
    view! {
        <div class="table-frame">
            <table class=class_list(own, &class) role="table">
                <caption class="sr-only">{caption}</caption>
                <thead role="rowgroup">
                    <tr role="row">{heads}</tr>
                </thead>
                <tbody role="rowgroup">{children()}</tbody>
            </table>
        </div>
    }
}

/// The heading of a column.
fn head(column: Column) -> impl IntoView {
    let class = column.numeric.then_some("cell-number");
    let words = if column.silent {
        view! { <span class="sr-only">{column.label}</span> }.into_any()
    } else {
        column.label.into_any()
    };
    view! { <th scope="col" role="columnheader" class=class>{words}</th> }
}
