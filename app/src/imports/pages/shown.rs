//! From imports to what is shown of them.

use backend::imports::{ImportState, Preview};
use domain::{
    imports::{CheckedRow, RowProblem, Verdict},
    people::EmailAddress,
};
use words::Words;

use crate::{
    imports::views::{ColumnView, PreviewView, ProgressView, RowView},
    page::say,
};

/// Good rows that are shown; the others of a long list look like them.
const GOOD_ROWS_SHOWN: usize = 10;

impl From<ImportState> for ProgressView {
    fn from(state: ImportState) -> Self {
        match state {
            ImportState::Draft => Self::Draft,
            ImportState::Running { done, total } => Self::Running(done, total),
            ImportState::Done { added, .. } => Self::Done(added),
            ImportState::Undone => Self::Undone,
        }
    }
}

impl PreviewView {
    /// What is shown of an uploaded list.
    pub(crate) fn of(words: Words, preview: Preview) -> Self {
        let columns = preview
            .header
            .iter()
            .zip(&preview.samples)
            .zip(&preview.columns)
            .map(|((heading, sample), column)| ColumnView {
                heading: heading.clone(),
                sample: sample.clone(),
                meaning: column.code().to_owned(),
            })
            .collect();
        let rows = |wanted: fn(&Verdict) -> bool, limit: usize| {
            preview
                .rows
                .iter()
                .filter(|row| wanted(&row.verdict))
                .take(limit)
                .map(|row| show(words, row))
                .collect()
        };
        Self {
            good: u32::try_from(preview.good()).unwrap_or(u32::MAX),
            good_rows: rows(|verdict| *verdict == Verdict::Good, GOOD_ROWS_SHOWN),
            doubles: rows(
                |verdict| matches!(verdict, Verdict::DoubleOfLine(_) | Verdict::AlreadyListed),
                usize::MAX,
            ),
            bad: rows(|verdict| matches!(verdict, Verdict::Bad(_)), usize::MAX),
            columns,
            charset: preview.charset.map(str::to_owned),
            delimiter: preview.delimiter.map(str::to_owned),
            file_name: preview.file_name,
        }
    }
}

fn show(words: Words, row: &CheckedRow) -> RowView {
    RowView {
        line: row.line,
        name: row.details.full_name(),
        email: row
            .details
            .email
            .as_ref()
            .map_or("", EmailAddress::as_str)
            .to_owned(),
        company: row.details.company.clone(),
        reason: match &row.verdict {
            Verdict::Good => String::new(),
            Verdict::DoubleOfLine(line) => {
                words.with("import-double-of-line", [("line", line.to_string().into())])
            }
            Verdict::AlreadyListed => words.get("import-already-listed"),
            Verdict::Bad(RowProblem::Unreadable) => words.get("import-unreadable"),
            Verdict::Bad(RowProblem::Field(error)) => {
                let field = words.get(&format!("field-{}", error.field));
                words.with(
                    "import-field-problem",
                    [
                        ("field", field.into()),
                        ("problem", say(words, error).into()),
                    ],
                )
            }
        },
    }
}
