//! What stands in which column: the inventory that a test compares with the live tables.

use leptos::prelude::*;

use crate::{
    page::Ctx,
    ui::{Cell, Column, Details, Row, Table},
};

/// The classes, those with people's data first.
const CLASSES: [&str; 11] = [
    "sealed",
    "blind index",
    "hash",
    "wrapped key",
    "id",
    "time",
    "count",
    "code",
    "public",
    "proof",
    "random",
];

/// Columns of a class, as `table.column`.
fn columns_of(class: &str) -> Vec<String> {
    backend::protection::inventory()
        .filter(|column| column.class == class)
        .map(|column| format!("{}.{}", column.table, column.name))
        .collect()
}

/// How many columns are of which class, and which.
pub(super) fn columns(ctx: &Ctx) -> impl IntoView + use<> {
    let words = ctx.words;
    let heads = vec![
        Column::new(words.get("protection-class")),
        Column::numeric(words.get("protection-columns")),
        Column::new(words.get("protection-which")),
    ];
    let rows = CLASSES
        .map(|class| {
            let columns = columns_of(class);
            let key = class.replace(' ', "-");
            let count = columns.len().to_string();
            let title = words.get(&format!("class-{key}"));
            let meaning = words.get(&format!("class-{key}-meaning"));
            view! {
                <Row>
                    <Cell><span class="cell-main">{title}</span><span class="cell-sub">{meaning}</span></Cell>
                    <Cell label=words.get("protection-columns") numeric=true>{count}</Cell>
                    <Cell label=words.get("protection-which")>
                        <Details summary=words.get("protection-show") class="details-plain">
                            <p class="column-names">{columns.join(", ")}</p>
                        </Details>
                    </Cell>
                </Row>
            }
        })
        .into_iter()
        .collect_view();
    view! { <Table caption=words.get("protection-columns-title") columns=heads>{rows}</Table> }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_column_of_the_inventory_is_shown_once() {
        let listed = backend::protection::inventory().count();
        let shown: usize = CLASSES.map(|class| columns_of(class).len()).iter().sum();
        assert_eq!(shown, listed);
        assert!(columns_of("sealed").contains(&"guests.sealed".to_owned()));
    }

    #[test]
    fn every_class_has_its_words() {
        let known = words::keys(domain::Locale::De);
        for class in CLASSES {
            let key = format!("class-{}", class.replace(' ', "-"));
            assert!(
                known.contains(&key) && known.contains(&format!("{key}-meaning")),
                "{key}"
            );
        }
    }
}
