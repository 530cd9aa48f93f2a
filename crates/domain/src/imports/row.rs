//! Which rows of a guest list become guests.

use std::collections::HashMap;

use serde::{Deserialize, Serialize};

use super::Column;
use crate::{
    events::COMPANIONS_MAX,
    fields::{FieldError, Problem},
    people::{Details, RawDetails},
};

/// Why a row does not become a guest.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum RowProblem {
    /// A field is wrong.
    Field(FieldError),
    /// The record could not be read.
    Unreadable,
}

/// What becomes of a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict {
    /// A new guest.
    Good,
    /// The same address as an earlier line of this list.
    DoubleOfLine(u32),
    /// The same address as a guest who is on the list already.
    AlreadyListed,
    /// Not a guest.
    Bad(RowProblem),
}

/// A row after the check.
#[derive(Clone)]
pub struct CheckedRow {
    /// Line in the organiser's file, from 1.
    pub line: u32,
    /// What was read, as far as it is good.
    pub details: Details,
    /// The address as it was written, so that people recognise a row that is not good.
    pub written_email: String,
    /// Companions this guest may bring, if the list says so.
    pub companions_max: Option<u32>,
    /// What becomes of it.
    pub verdict: Verdict,
}

/// Line and verdict; who it is stays out of logs.
impl std::fmt::Debug for CheckedRow {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.debug_struct("CheckedRow")
            .field("line", &self.line)
            .field("verdict", &self.verdict)
            .finish_non_exhaustive()
    }
}

/// Checks rows in order. `is_listed` tells whether a normalised address is on the event's list already.
pub fn check_rows<'a>(
    columns: &[Column],
    rows: impl IntoIterator<Item = (u32, &'a [String])>,
    is_listed: impl Fn(&str) -> bool,
) -> Vec<CheckedRow> {
    let mut seen: HashMap<String, u32> = HashMap::new();
    rows.into_iter()
        .filter(|(_, cells)| cells.iter().any(|cell| !cell.trim().is_empty()))
        .map(|(line, cells)| {
            let mut row = read_row(columns, line, cells);
            if row.verdict == Verdict::Good
                && let Some(email) = &row.details.email
            {
                let normalised = email.normalised();
                if let Some(first) = seen.get(&normalised) {
                    row.verdict = Verdict::DoubleOfLine(*first);
                } else {
                    if is_listed(&normalised) {
                        row.verdict = Verdict::AlreadyListed;
                    }
                    seen.insert(normalised, line);
                }
            }
            row
        })
        .collect()
}

/// As much of a wrong address as is shown, in characters.
const WRITTEN_EMAIL_MAX: usize = 100;

fn read_row(columns: &[Column], line: u32, cells: &[String]) -> CheckedRow {
    let mut raw = RawDetails::default();
    let mut companions = String::new();
    for (column, cell) in columns.iter().zip(cells) {
        let cell = cell.clone();
        match column {
            Column::Ignore => {}
            Column::Salutation => raw.salutation = cell,
            Column::TitleBefore => raw.title_before = cell,
            Column::GivenName => raw.given_name = cell,
            Column::FamilyName => raw.family_name = cell,
            Column::TitleAfter => raw.title_after = cell,
            Column::FullName => split_name(&cell, &mut raw),
            Column::Email => raw.email = cell,
            Column::Phone => raw.phone = cell,
            Column::Company => raw.company = cell,
            Column::Position => raw.position = cell,
            Column::Language => raw.language = cell,
            Column::Companions => companions = cell,
        }
    }
    let companions_max = companions
        .trim()
        .parse()
        .ok()
        .filter(|max| *max <= COMPANIONS_MAX);
    let written_email = raw.email.chars().take(WRITTEN_EMAIL_MAX).collect();
    let (details, verdict) = match Details::check(&raw, true) {
        Ok(details) => (details, Verdict::Good),
        Err(mut errors) => (
            for_show(&raw),
            Verdict::Bad(RowProblem::Field(errors.swap_remove(0))),
        ),
    };
    CheckedRow {
        line,
        details,
        written_email,
        companions_max,
        verdict,
    }
}

/// What can be shown of a row that is not good, so that people recognise it.
fn for_show(raw: &RawDetails) -> Details {
    let short = |text: &str| {
        text.chars()
            .take(Details::NAME_LENGTH_MAX)
            .collect::<String>()
    };
    Details {
        title_before: short(&raw.title_before),
        given_name: short(&raw.given_name),
        family_name: short(&raw.family_name),
        company: short(&raw.company),
        ..Details::default()
    }
}

/// Titles that stand before a name, in lower case without dots.
const TITLES: [&str; 24] = [
    "dr",
    "mag",
    "dipl-ing",
    "dipl",
    "ing",
    "di",
    "prof",
    "univ-prof",
    "univprof",
    "fh-prof",
    "hr",
    "kr",
    "mmag",
    "dkfm",
    "priv-doz",
    "ddr",
    "dipling",
    "bmstr",
    "komm-rat",
    "kommr",
    "med",
    "phil",
    "iur",
    "techn",
];

/// Splits "Univ.-Prof. Dr. Anna Maria Huber, MSc" and "Huber, Anna" into their parts.
fn split_name(cell: &str, raw: &mut RawDetails) {
    let (name, after) = cell.split_once(',').unwrap_or((cell, ""));
    let mut words: Vec<&str> = name.split_whitespace().collect();
    let titles = words
        .iter()
        .take_while(|word| is_title(word))
        .count()
        .min(words.len().saturating_sub(1));
    raw.title_before = words.drain(..titles).collect::<Vec<_>>().join(" ");
    let after = after.trim();
    if words.len() == 1 && !after.is_empty() && !looks_like_degree(after) {
        raw.family_name = words.join(" ");
        after.clone_into(&mut raw.given_name);
        return;
    }
    after.clone_into(&mut raw.title_after);
    let family = words.pop().unwrap_or_default().to_owned();
    let particle = words
        .iter()
        .rposition(|word| word.chars().next().is_some_and(char::is_uppercase))
        .map_or(0, |at| at + 1);
    let particles = words.split_off(particle);
    raw.given_name = words.join(" ");
    raw.family_name = particles
        .into_iter()
        .map(str::to_owned)
        .chain([family])
        .collect::<Vec<_>>()
        .join(" ");
}

fn is_title(word: &str) -> bool {
    let plain = word.replace('.', "").to_lowercase();
    TITLES.contains(&plain.as_str())
}

fn looks_like_degree(text: &str) -> bool {
    text.chars().filter(|c| c.is_uppercase()).count() >= 2 || text.contains('.')
}

/// A row that could not be read at all.
impl CheckedRow {
    /// A row that could not be read at all.
    pub fn unreadable(line: u32) -> Self {
        let verdict = Verdict::Bad(RowProblem::Unreadable);
        Self {
            line,
            details: Details::default(),
            written_email: String::new(),
            companions_max: None,
            verdict,
        }
    }

    /// Whether the problem is the missing address, the most common of all.
    pub fn lacks_address(&self) -> bool {
        matches!(&self.verdict, Verdict::Bad(RowProblem::Field(error)) if error.problem == Problem::Missing && error.field == "email")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(rows: &[[&str; 2]]) -> Vec<CheckedRow> {
        let rows: Vec<Vec<String>> = rows
            .iter()
            .map(|row| row.iter().map(|cell| (*cell).to_owned()).collect())
            .collect();
        let numbered = rows
            .iter()
            .enumerate()
            .map(|(at, row)| (u32::try_from(at).expect("few") + 2, row.as_slice()));
        check_rows(&[Column::FullName, Column::Email], numbered, |email| {
            email == "old@x.example"
        })
    }

    #[test]
    fn doubles_are_seen_through_case_and_blanks() {
        let rows = check(&[
            ["Anna Huber", "anna@x.example"],
            ["", ""],
            ["A. Huber", " ANNA@x.example "],
            ["Old", "Old@X.example"],
        ]);
        let verdicts: Vec<Verdict> = rows.into_iter().map(|row| row.verdict).collect();
        assert_eq!(
            verdicts,
            [
                Verdict::Good,
                Verdict::DoubleOfLine(2),
                Verdict::AlreadyListed
            ]
        );
    }

    #[test]
    fn bad_rows_keep_their_line_and_reason() {
        let rows = check(&[["Erik", "keine-adresse"], ["Richard Haller", ""]]);
        let problem = |problem| Verdict::Bad(RowProblem::Field(FieldError::new("email", problem)));
        assert_eq!(
            (rows[0].line, &rows[0].verdict),
            (2, &problem(Problem::NotAnAddress))
        );
        assert_eq!(
            (rows[1].line, &rows[1].verdict),
            (3, &problem(Problem::Missing))
        );
        assert!(rows[1].lacks_address());
    }

    #[test]
    fn one_name_column_is_split() {
        let split = |cell: &str| {
            let mut raw = RawDetails::default();
            split_name(cell, &mut raw);
            [
                raw.title_before,
                raw.given_name,
                raw.family_name,
                raw.title_after,
            ]
        };
        assert_eq!(
            split("Univ.-Prof. Dr. Anna Maria Huber, MSc"),
            ["Univ.-Prof. Dr.", "Anna Maria", "Huber", "MSc"]
        );
        assert_eq!(split("Huber, Anna"), ["", "Anna", "Huber", ""]);
        assert_eq!(
            split("Ludwig van Beethoven"),
            ["", "Ludwig", "van Beethoven", ""]
        );
        assert_eq!(split("Cher"), ["", "", "Cher", ""]);
    }
}
