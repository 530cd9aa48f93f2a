//! From imports to what is shown of them.

use backend::imports::{ImportState, Preview};
use domain::imports::{CheckedRow, RowProblem, Verdict};
use words::Words;

use crate::{
    imports::views::{ColumnView, PreviewView, ProgressView, RowView},
    page::say,
};

/// Good rows that are shown; the others of a long list look like them.
const GOOD_ROWS_SHOWN: usize = 10;

/// Rows that are left out and shown; a wrong delimiter leaves out all of them.
const LEFT_OUT_ROWS_SHOWN: usize = 300;

const fn is_double(verdict: &Verdict) -> bool {
    matches!(verdict, Verdict::DoubleOfLine(_) | Verdict::AlreadyListed)
}

const fn is_bad(verdict: &Verdict) -> bool {
    matches!(verdict, Verdict::Bad(_))
}

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
        let count = |wanted: fn(&Verdict) -> bool| {
            let count = preview
                .rows
                .iter()
                .filter(|row| wanted(&row.verdict))
                .count();
            u32::try_from(count).unwrap_or(u32::MAX)
        };
        Self {
            good: u32::try_from(preview.good()).unwrap_or(u32::MAX),
            good_rows: rows(|verdict| *verdict == Verdict::Good, GOOD_ROWS_SHOWN),
            doubles: rows(is_double, LEFT_OUT_ROWS_SHOWN),
            doubles_count: count(is_double),
            bad: rows(is_bad, LEFT_OUT_ROWS_SHOWN),
            bad_count: count(is_bad),
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
        email: row.written_email.clone(),
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
