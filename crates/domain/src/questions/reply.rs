//! What guests reply.

use serde::{Deserialize, Serialize};

use super::{Choice, Question, QuestionKind, Questionnaire};
use crate::{
    Instant, Locale,
    fields::{FieldError, Problem, clean},
    holds_payment_data,
    people::EmailAddress,
};

/// What was replied. New ones stand at the end: the place is stored.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Said {
    /// A text, an address, a telephone number, or a day as `2027-03-12`.
    Text(String),
    /// The numbers of the choices that were picked.
    Choices(Vec<u32>),
    /// A number.
    Number(i64),
    /// A consent.
    Agreed {
        /// The text as it was read.
        text: String,
        /// When it was given.
        at: Instant,
    },
}

/// The reply to one question.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reply {
    /// The number of the question.
    pub question: u32,
    /// What was said.
    pub said: Said,
}

impl Reply {
    /// The numbers of the choices that were picked.
    pub(super) fn picked(&self) -> &[u32] {
        match &self.said {
            Said::Choices(picked) => picked,
            _ => &[],
        }
    }
}

impl std::fmt::Debug for Reply {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str("[reply of a guest]")
    }
}

/// Replies as they were typed: the number of a question with the values of its field.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct RawReplies(pub Vec<(u32, Vec<String>)>);

impl std::fmt::Debug for RawReplies {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str("[replies of a guest]")
    }
}

impl RawReplies {
    /// The values of one question that are not empty.
    pub fn of(&self, question: u32) -> impl Iterator<Item = &str> {
        let found = self.0.iter().filter(move |(number, _)| *number == question);
        let values = found.flat_map(|(_, values)| values);
        values
            .map(String::as_str)
            .filter(|value| !value.trim().is_empty())
    }

    /// Replies as a form starts with them. A consent to a text that is no longer asked is none.
    pub fn from_replies(questionnaire: &Questionnaire, replies: &[Reply]) -> Self {
        let stands = |reply: &&Reply| match &reply.said {
            Said::Agreed { text, .. } => questionnaire
                .question(reply.question)
                .is_some_and(|question| is_text_of(question, text)),
            _ => true,
        };
        let typed = |said: &Said| match said {
            Said::Text(text) => vec![text.clone()],
            Said::Choices(picked) => picked.iter().map(u32::to_string).collect(),
            Said::Number(number) => vec![number.to_string()],
            Said::Agreed { .. } => vec!["yes".to_owned()],
        };
        let replies = replies.iter().filter(stands);
        Self(
            replies
                .map(|reply| (reply.question, typed(&reply.said)))
                .collect(),
        )
    }
}

/// The largest number that is taken, and with a minus the smallest.
const NUMBER_MAX: u32 = 1_000_000_000;

/// Checks what was replied to a question; nothing for an empty field.
pub(super) fn check(
    question: &Question,
    raw: &RawReplies,
    before: Option<&Said>,
    locale: Locale,
    now: Instant,
) -> Result<Option<Said>, FieldError> {
    let wrong = |problem| FieldError::new(question.field(), problem);
    let typed = raw.of(question.number).next().unwrap_or_default();
    let said = match question.kind {
        QuestionKind::Choice | QuestionKind::Choices => {
            picked(question, raw, before).map_err(wrong)?
        }
        QuestionKind::Consent if typed.is_empty() => None,
        QuestionKind::Consent => Some(agreed(question, before, locale, now)),
        kind => text(kind, typed).map_err(wrong)?,
    };
    let problem = match (&said, question.kind) {
        (None, QuestionKind::Consent) if question.is_required => Problem::NotAgreed,
        (None, _) if question.is_required => Problem::Unanswered,
        (Some(Said::Text(text)), _) if holds_payment_data(text) => Problem::PaymentData,
        (Some(Said::Text(day)), QuestionKind::Day)
            if day.len() != 10 || day.parse::<jiff::civil::Date>().is_err() =>
        {
            Problem::NotADay
        }
        (Some(Said::Text(email)), QuestionKind::Email)
            if email.parse::<EmailAddress>().is_err() =>
        {
            Problem::NotAnAddress
        }
        _ => return Ok(said),
    };
    Err(wrong(problem))
}

/// What was picked; refused if something is not offered, unless it was picked before.
fn picked(
    question: &Question,
    raw: &RawReplies,
    before: Option<&Said>,
) -> Result<Option<Said>, Problem> {
    let had: &[u32] = match before {
        Some(Said::Choices(had)) => had,
        _ => &[],
    };
    let can = |choice: &&Choice| choice.is_offered || had.contains(&choice.number);
    let mut numbers = Vec::new();
    for value in raw.of(question.number) {
        let choice = value
            .parse()
            .ok()
            .and_then(|number| question.choice(number));
        let choice = choice.filter(can).ok_or(Problem::UnknownChoice)?;
        if !numbers.contains(&choice.number) {
            numbers.push(choice.number);
        }
    }
    if question.kind == QuestionKind::Choice && numbers.len() > 1 {
        return Err(Problem::UnknownChoice);
    }
    Ok((!numbers.is_empty()).then_some(Said::Choices(numbers)))
}

fn is_text_of(question: &Question, text: &str) -> bool {
    question.label.main == text || question.label.english == text
}

/// A consent to the same text keeps its time.
fn agreed(question: &Question, before: Option<&Said>, locale: Locale, now: Instant) -> Said {
    match before {
        Some(Said::Agreed { text, at }) if is_text_of(question, text) => Said::Agreed {
            text: text.clone(),
            at: *at,
        },
        _ => Said::Agreed {
            text: question.label.shown(locale).to_owned(),
            at: now,
        },
    }
}

/// A text of a kind; nothing for an empty one. Without what weighs much in a browser: see [`check`].
pub(super) fn text(kind: QuestionKind, typed: &str) -> Result<Option<Said>, Problem> {
    let max = match kind {
        QuestionKind::LongText => 2_000,
        QuestionKind::Email => 254,
        QuestionKind::Phone => 40,
        _ => 200,
    };
    let text = clean(typed);
    if text.chars().count() > max {
        return Err(Problem::TooLong { max });
    }
    if text.is_empty() {
        return Ok(None);
    }
    match kind {
        QuestionKind::Number => number(&text).map(Said::Number).ok_or(Problem::NotANumber),
        QuestionKind::Phone if !is_phone(&text) => Err(Problem::NotAPhone),
        QuestionKind::LongText => Ok(Said::Text(text)),
        _ => Ok(Said::Text(text.replace(['\n', '\t'], " "))),
    }
    .map(Some)
}

/// A whole number, with or without the spaces that people group digits with.
fn number(text: &str) -> Option<i64> {
    let digits: String = text
        .chars()
        .filter(|c| !c.is_whitespace() && *c != '\u{202F}')
        .collect();
    let max = i64::from(NUMBER_MAX);
    digits
        .parse()
        .ok()
        .filter(|number| (-max..=max).contains(number))
}

fn is_phone(text: &str) -> bool {
    let digits = text.chars().filter(char::is_ascii_digit).count();
    let known = |c: char| c.is_ascii_digit() || " +-/().".contains(c);
    digits >= 3 && text.chars().all(known)
}
