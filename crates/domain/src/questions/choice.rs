//! What can be picked.

use serde::{Deserialize, Serialize};

use crate::{
    Bilingual,
    fields::{FieldError, Problem, clean},
};

/// One of the things that can be picked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Choice {
    /// Names it within its event; never used twice.
    pub number: u32,
    /// What is read.
    pub label: Bilingual,
    /// Whether it can still be picked. Whoever picked it before keeps it.
    pub is_offered: bool,
}

/// The longest label of a choice, in characters.
const LENGTH_MAX: usize = 200;
/// The most choices of one question.
const CHOICES_MAX: usize = 50;

/// The choices that are typed one a line, the English ones in the same order or not at all. A known label keeps its
/// number. A label that is gone is no longer offered if somebody may have picked it, and forgotten otherwise.
pub(super) fn choices_of(
    [main, english]: [&str; 2],
    known: &[Choice],
    is_answered: bool,
    numbers: &mut u32,
    errors: &mut Vec<FieldError>,
) -> Vec<Choice> {
    let (main, english) = (lines(main), lines(english));
    if main.is_empty() {
        errors.push(FieldError::new("choices", Problem::Missing));
    }
    if main.len() > CHOICES_MAX {
        let max = u32::try_from(CHOICES_MAX).unwrap_or(u32::MAX);
        errors.push(FieldError::new("choices", Problem::TooMany { max }));
    }
    for (field, lines) in [("choices", &main), ("choices-en", &english)] {
        if lines.iter().any(|line| line.chars().count() > LENGTH_MAX) {
            let max = LENGTH_MAX;
            errors.push(FieldError::new(field, Problem::TooLong { max }));
        }
    }
    let is_twice = |at: usize| main[..at].contains(&main[at]);
    if (0..main.len()).any(is_twice) {
        errors.push(FieldError::new("choices", Problem::Twice));
    }
    if !english.is_empty() && english.len() != main.len() {
        errors.push(FieldError::new("choices-en", Problem::UnevenLines));
    }
    let mut choices: Vec<Choice> = Vec::new();
    for (at, line) in main.iter().enumerate() {
        let same = known.iter().find(|choice| choice.label.main == *line);
        let number = same.map_or_else(
            || {
                *numbers += 1;
                *numbers
            },
            |choice| choice.number,
        );
        let english = english.get(at).cloned().unwrap_or_default();
        choices.push(Choice {
            number,
            label: Bilingual {
                main: line.clone(),
                english,
            },
            is_offered: true,
        });
    }
    let gone = known
        .iter()
        .filter(|known| !main.contains(&known.label.main));
    let withdrawn = gone.map(|choice| Choice {
        is_offered: false,
        ..choice.clone()
    });
    choices.extend(withdrawn.filter(|_| is_answered));
    choices
}

fn lines(text: &str) -> Vec<String> {
    let lines = text.lines().map(clean);
    lines.filter(|line| !line.is_empty()).collect()
}
