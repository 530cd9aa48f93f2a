//! Correcting what was guessed about a list.

use domain::imports::Column;
use leptos::prelude::*;
use words::Words;

use crate::{
    imports::views::{ColumnView, PreviewView},
    ui::{Button, ButtonKind, Card, SelectField},
};

/// Character set, delimiter and the meaning of each column.
pub(super) fn adjust(words: Words, list: &PreviewView) -> impl IntoView + use<> {
    let charset = list.charset.clone().map(|charset| {
        let options = ["utf-8", "windows-1252", "iso-8859-15", "utf-16le", "utf-16be"]
            .map(|code| (code.to_owned(), words.get(&format!("charset-{code}"))))
            .into();
        view! { <SelectField label=words.get("import-charset") name="charset" options=options value=charset/> }
    });
    let delimiter = list.delimiter.clone().map(|delimiter| {
        let options = [(";", "semicolon"), (",", "comma"), ("tab", "tab"), ("|", "pipe")]
            .map(|(code, name)| (code.to_owned(), words.get(&format!("delimiter-{name}"))))
            .into();
        view! { <SelectField label=words.get("import-delimiter") name="delimiter" options=options value=delimiter/> }
    });
    let columns = list
        .columns
        .iter()
        .enumerate()
        .map(|(at, shown)| column(words, at, shown.clone()))
        .collect_view();
    view! {
        <Card title=words.get("import-columns")>
            <div class="stack">
                <p>{words.get("import-columns-lead")}</p>
                <div class="form-row">{charset}{delimiter}</div>
                <div class="import-columns">{columns}</div>
                <div class="actions">
                    <Button kind=ButtonKind::Quiet name="do" value="adjust" icon="refresh-cw">
                        {words.get("import-adjust")}
                    </Button>
                </div>
            </div>
        </Card>
    }
}

fn column(words: Words, at: usize, column: ColumnView) -> impl IntoView {
    let heading = if column.heading.is_empty() {
        words.with("import-column", [("number", (at + 1).into())])
    } else {
        column.heading
    };
    let options = Column::ALL
        .into_iter()
        .map(|meaning| {
            (
                meaning.code().to_owned(),
                words.get(&format!("field-{}", meaning.code())),
            )
        })
        .collect();
    let sample: String = column.sample.chars().take(60).collect();
    view! {
        <SelectField
            label=heading name=format!("column-{at}") options=options value=column.meaning hint=sample
        />
    }
}
