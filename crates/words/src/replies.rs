//! Replies to questions, in words.

use domain::questions::{Question, QuestionKind, Questionnaire, Reply, Said};

use crate::{Words, dates::day_of, show};

/// Question and reply of each reply whose question is still known, in the order of the questions; times in this zone.
pub fn replies(
    words: Words,
    questionnaire: &Questionnaire,
    replies: &[Reply],
    zone: &str,
) -> Vec<(String, String)> {
    let said = |question: &Question| {
        let reply = replies
            .iter()
            .find(|reply| reply.question == question.number)?;
        let label = question.label.shown(words.0).to_owned();
        Some((label, said(words, question, &reply.said, zone)))
    };
    questionnaire.questions.iter().filter_map(said).collect()
}

/// What was said to a question.
pub fn said(words: Words, question: &Question, said: &Said, zone: &str) -> String {
    match said {
        Said::Text(text) if question.kind == QuestionKind::Day => day_of(words.0, text),
        Said::Text(text) => text.clone(),
        Said::Choices(picked) => question.labels(picked, words.0).join(", "),
        Said::Number(number) => number.to_string(),
        Said::Agreed { text, at } => {
            let at = show(words.0, *at, zone);
            words.with(
                "reply-agreed",
                [("date", at.date.into()), ("text", text.into())],
            )
        }
    }
}
