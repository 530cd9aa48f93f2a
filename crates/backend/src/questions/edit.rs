//! Changing what an event asks.

use domain::{
    Locale,
    access::act,
    events::Event,
    fields::FieldError,
    ids::EventId,
    questions::{Question, QuestionEdit, QuestionError, Questionnaire},
};
use words::Words;

use crate::{
    Failure,
    access::Permit,
    desk::{Change, Desk, FieldChange},
    events::{self, EventFile},
    guests,
};

/// Why what is asked is not changed.
#[derive(Debug, thiserror::Error)]
pub enum EditQuestionsError {
    /// Fields are wrong.
    #[error("fields are wrong")]
    Invalid(Vec<FieldError>),
    /// Something else failed; [`Failure::NotFound`] for a question that somebody else took away.
    #[error(transparent)]
    Failure(#[from] Failure),
}

impl From<QuestionError> for EditQuestionsError {
    fn from(error: QuestionError) -> Self {
        match error {
            QuestionError::Invalid(errors) => Self::Invalid(errors),
            QuestionError::Gone => Self::Failure(Failure::NotFound),
        }
    }
}

/// An event with what it asks, and how many guests have accepted it at some time: they may have replied.
pub async fn load(
    desk: &Desk,
    permit: &Permit<act::PlanEvents>,
    event: EventId,
) -> Result<(Event, u32), Failure> {
    let mut tx = desk.read(permit).await?;
    let (event, _) = events::sql::load(&mut tx, event).await?;
    let replied = guests::people::accepted_ever(&mut tx, event.id).await?;
    Ok((event, replied))
}

/// Changes what an event asks; nothing changed, nothing logged. Replies that were given stay as they are.
pub async fn edit(
    desk: &Desk,
    permit: &Permit<act::PlanEvents>,
    event: EventId,
    edit: QuestionEdit,
) -> Result<(), EditQuestionsError> {
    let mut tx = desk.open(permit).await?;
    let (before, key) = events::sql::load_for_change(&mut tx, event).await?;
    let is_answered = guests::people::accepted_ever(&mut tx, event).await? > 0;
    let after = before.questions.edited(edit, is_answered)?;
    if after == before.questions {
        return Ok(());
    }
    let file = EventFile {
        questions: after.clone(),
        ..EventFile::of(&before)
    };
    let sealed = file.seal(&key, event);
    events::sql::set_file(&mut tx, event, sealed, before.moved_at).await?;
    let (was, is) = (in_full(&before.questions), in_full(&after));
    let change = Change::new("event.questions_changed", event, event.uuid(), &key)
        .of_event(event)
        .with(vec![FieldChange::new("event-questions", was, is)]);
    Ok(tx.commit(change).await?)
}

/// What is asked, in a line for each question, as the log keeps it.
fn in_full(questionnaire: &Questionnaire) -> String {
    let line = |question: &Question| {
        let words = Words(Locale::De);
        let mut parts = vec![
            both(&question.label),
            words.get(&format!("question-kind-{}", question.kind.code())),
        ];
        let offered = question.choices.iter().filter(|choice| choice.is_offered);
        let choices: Vec<String> = offered.map(|choice| both(&choice.label)).collect();
        parts.push(choices.join(", "));
        parts.push(both(&question.help));
        parts.push(both(&question.why));
        if question.is_required {
            parts.push(words.get("question-required"));
        }
        if question.is_special {
            parts.push(words.get("question-special"));
        }
        if let Some(condition) = question.only_if {
            let other = questionnaire.question(condition.question);
            let label = other.map_or(String::new(), |other| both(&other.label));
            parts.push(words.with("question-depends", [("question", label.into())]));
        }
        parts.retain(|part| !part.is_empty());
        parts.join(" | ")
    };
    let lines: Vec<String> = questionnaire.asked().map(line).collect();
    lines.join("\n")
}

fn both(text: &domain::Bilingual) -> String {
    if text.english.is_empty() || text.main.is_empty() {
        text.shown(Locale::De).to_owned()
    } else {
        format!("{} / {}", text.main, text.english)
    }
}
