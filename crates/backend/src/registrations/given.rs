//! What a guest gave with an answer, checked.

use domain::{
    Instant,
    events::Event,
    fields::{FieldError, Problem, optional_text},
    guests::{Answers, Guest, GuestFile},
    people::Details,
    questions::Reply,
};

use super::AnswerInput;

/// The longest word to the organiser, in characters.
const MESSAGE_LENGTH_MAX: usize = 1_000;

/// What a guest gave: the file, and what is kept apart from it.
pub(super) struct Given {
    pub(super) file: GuestFile,
    pub(super) special: Vec<Reply>,
}

/// Checks it; everything wrong is told at once.
pub(super) fn given(
    event: &Event,
    before: &Guest,
    special: &[Reply],
    input: &AnswerInput,
    now: Instant,
) -> Result<Given, Vec<FieldError>> {
    let mut errors = Vec::new();
    let replies = if input.rsvp.comes() {
        let had = [before.file.replies.as_slice(), special].concat();
        let language = input.language.unwrap_or_default();
        let checked = event.questions.check(&input.replies, &had, language, now);
        checked.unwrap_or_else(|wrong| {
            errors = wrong;
            Vec::new()
        })
    } else {
        Vec::new()
    };
    let file = file_of(before, input);
    errors.splice(0..0, file.as_ref().err().cloned().unwrap_or_default());
    match file {
        Ok(file) if errors.is_empty() => {
            let (replies, special) = event.questions.divide(replies);
            let file = GuestFile { replies, ..file };
            Ok(Given { file, special })
        }
        _ => Err(errors),
    }
}

fn file_of(before: &Guest, input: &AnswerInput) -> Result<GuestFile, Vec<FieldError>> {
    let mut errors = Vec::new();
    let e = &mut errors;
    let name = Details::NAME_LENGTH_MAX;
    let mut details = before.file.details.clone();
    if let Some(given_name) = &input.given_name {
        details.given_name = optional_text("given-name", given_name, name, e);
    }
    if let Some(family_name) = &input.family_name {
        details.family_name = optional_text("family-name", family_name, name, e);
    }
    if details.given_name.is_empty() && details.family_name.is_empty() {
        e.push(FieldError::new("family-name", Problem::Missing));
    }
    details.language = input.language.or(details.language);
    let companions = if input.rsvp.comes() {
        input.companions.as_slice()
    } else {
        &[]
    };
    let companions = companions
        .iter()
        .enumerate()
        .map(|(at, companion)| optional_text(&format!("companion-{}", at + 1), companion, name, e))
        .collect();
    let message = optional_text("message", &input.message, MESSAGE_LENGTH_MAX, e);
    if message == before.file.answers.message {
        // What was taken once does not stand in the way of another answer.
        e.retain(|error| error.field != "message");
    }
    if errors.is_empty() {
        Ok(GuestFile {
            details,
            answers: Answers {
                companions,
                message,
            },
            replies: Vec::new(),
        })
    } else {
        Err(errors)
    }
}
