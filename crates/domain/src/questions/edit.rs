//! Changing what is asked.

use super::{Condition, Question, QuestionKind, Questionnaire, choice::choices_of};
use crate::{
    Bilingual,
    fields::{FieldError, Problem},
};

/// A question as it was typed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct RawQuestion {
    /// [`QuestionKind::code`].
    pub kind: String,
    /// The question.
    pub label: Bilingual,
    /// What helps to reply.
    pub help: Bilingual,
    /// Why it is asked.
    pub why: Bilingual,
    /// What can be picked, one a line.
    pub choices: String,
    /// The same in English, in the same order; or nothing.
    pub choices_en: String,
    /// Whether nobody can accept without a reply.
    pub is_required: bool,
    /// Whether the replies are of a special category.
    pub is_special: bool,
    /// On what it depends, as `3-7` for choice 7 of question 3; empty if on nothing.
    pub only_if: String,
}

/// A change of what is asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum QuestionEdit {
    /// Adds a question (number 0) or changes one.
    Put(u32, Box<RawQuestion>),
    /// No longer asks it; forgets it if nobody can have replied.
    Remove(u32),
    /// Asks it again.
    AskAgain(u32),
    /// Moves it one place up.
    Up(u32),
    /// Moves it one place down.
    Down(u32),
    /// Moves it to this place among those that are asked, counted from 0.
    To(u32, usize),
}

/// Why what is asked is not changed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum QuestionError {
    /// Fields are wrong.
    #[error("fields are wrong")]
    Invalid(Vec<FieldError>),
    /// The question is no longer there.
    #[error("the question is no longer there")]
    Gone,
}

impl Questionnaire {
    /// What is asked after a change. Once somebody may have replied (`is_answered`), kind and category of a question
    /// stay, and what is taken away is only no longer asked: no reply changes its meaning.
    pub fn edited(&self, edit: QuestionEdit, is_answered: bool) -> Result<Self, QuestionError> {
        let mut after = self.clone();
        match edit {
            QuestionEdit::Put(number, raw) => after.put(number, &raw, is_answered)?,
            QuestionEdit::Remove(number) => {
                let at = after.place_of(number)?;
                if is_answered {
                    after.questions[at].is_asked = false;
                } else {
                    after.questions.remove(at);
                }
            }
            QuestionEdit::AskAgain(number) => {
                let at = after.place_of(number)?;
                after.must_have_room()?;
                after.questions[at].is_asked = true;
            }
            QuestionEdit::Up(number) => after.step(number, |place| place.saturating_sub(1))?,
            QuestionEdit::Down(number) => after.step(number, |place| place + 1)?,
            QuestionEdit::To(number, place) => after.step(number, |_| place)?,
        }
        after.drop_dead_conditions();
        Ok(after)
    }

    fn place_of(&self, number: u32) -> Result<usize, QuestionError> {
        let place = self
            .questions
            .iter()
            .position(|known| known.number == number);
        place.ok_or(QuestionError::Gone)
    }

    fn must_have_room(&self) -> Result<(), QuestionError> {
        if self.asked().count() < Self::QUESTIONS_MAX {
            return Ok(());
        }
        let max = u32::try_from(Self::QUESTIONS_MAX).unwrap_or(u32::MAX);
        let error = FieldError::new("label", Problem::TooMany { max });
        Err(QuestionError::Invalid(vec![error]))
    }

    /// Moves a question among those that are asked; the others keep their order.
    fn step(&mut self, number: u32, to: impl Fn(usize) -> usize) -> Result<(), QuestionError> {
        let mut asked: Vec<u32> = self.asked().map(|question| question.number).collect();
        let from = asked.iter().position(|known| *known == number);
        let from = from.ok_or(QuestionError::Gone)?;
        asked.remove(from);
        asked.insert(to(from).min(asked.len()), number);
        let place = |question: &Question| asked.iter().position(|known| *known == question.number);
        self.questions
            .sort_by_key(|question| place(question).unwrap_or(usize::MAX));
        Ok(())
    }

    fn put(
        &mut self,
        number: u32,
        raw: &RawQuestion,
        is_answered: bool,
    ) -> Result<(), QuestionError> {
        let known = match number {
            0 => None,
            number => Some(self.questions[self.place_of(number)?].clone()),
        };
        if known.is_none() {
            self.must_have_room()?;
        }
        let mut errors = Vec::new();
        let fixed = known.as_ref().filter(|_| is_answered);
        let kind = match fixed {
            Some(question) => question.kind,
            None => raw.kind.parse().unwrap_or_else(|_| {
                errors.push(FieldError::new("kind", Problem::UnknownChoice));
                QuestionKind::Text
            }),
        };
        let question = Question {
            number: if number == 0 { self.next() } else { number },
            kind,
            label: label_of(kind, &raw.label, &mut errors),
            help: raw
                .help
                .check("help", Question::TEXT_LENGTH_MAX, &mut errors),
            why: raw.why.check("why", Question::TEXT_LENGTH_MAX, &mut errors),
            choices: if kind.has_choices() {
                choices_of(
                    [&raw.choices, &raw.choices_en],
                    known.as_ref().map_or(&[], |known| &known.choices),
                    is_answered,
                    &mut self.numbers,
                    &mut errors,
                )
            } else {
                Vec::new()
            },
            is_required: raw.is_required,
            is_special: fixed.map_or(raw.is_special, |question| question.is_special),
            only_if: self.condition(number, &raw.only_if, &mut errors),
            is_asked: known.as_ref().is_none_or(|known| known.is_asked),
        };
        if question.is_special && question.why.is_empty() {
            errors.push(FieldError::new("why", Problem::Missing));
        }
        if !errors.is_empty() {
            return Err(QuestionError::Invalid(errors));
        }
        match self.place_of(number) {
            Ok(at) => self.questions[at] = question,
            Err(_) => self.questions.push(question),
        }
        Ok(())
    }

    const fn next(&mut self) -> u32 {
        self.numbers += 1;
        self.numbers
    }

    /// The condition that is meant; it must not lead back to the question itself.
    fn condition(
        &self,
        number: u32,
        text: &str,
        errors: &mut Vec<FieldError>,
    ) -> Option<Condition> {
        if text.trim().is_empty() {
            return None;
        }
        let condition = Condition::parse(text).filter(|condition| self.exists(*condition));
        let problem = match condition {
            None => Problem::UnknownChoice,
            Some(condition) if self.leads_to(condition, number) => Problem::DependsOnItself,
            Some(_) => return condition,
        };
        errors.push(FieldError::new("only-if", problem));
        None
    }

    fn exists(&self, condition: Condition) -> bool {
        let Some(other) = self.question(condition.question) else {
            return false;
        };
        match condition.choice {
            0 => other.kind == QuestionKind::Consent,
            choice => other.choice(choice).is_some(),
        }
    }

    fn leads_to(&self, condition: Condition, number: u32) -> bool {
        let mut at = Some(condition);
        for _ in 0..=self.questions.len() {
            match at {
                None => return false,
                Some(condition) if condition.question == number => return true,
                Some(condition) => {
                    at = self
                        .question(condition.question)
                        .and_then(|other| other.only_if);
                }
            }
        }
        true
    }

    /// A question that depends on what is no longer there is put to everybody.
    pub(super) fn drop_dead_conditions(&mut self) {
        let whole = self.clone();
        for question in &mut self.questions {
            question.only_if = question
                .only_if
                .filter(|condition| whole.exists(*condition));
        }
    }
}

impl Condition {
    /// Reads `3-7`; nothing for anything else.
    pub(super) fn parse(text: &str) -> Option<Self> {
        let (question, choice) = text.trim().split_once('-')?;
        Some(Self {
            question: question.parse().ok()?,
            choice: choice.parse().ok()?,
        })
    }

    /// The value in forms: `3-7`.
    pub fn code(self) -> String {
        format!("{}-{}", self.question, self.choice)
    }
}

fn label_of(kind: QuestionKind, label: &Bilingual, errors: &mut Vec<FieldError>) -> Bilingual {
    let max = if kind == QuestionKind::Consent {
        Question::TEXT_LENGTH_MAX
    } else {
        Question::LABEL_LENGTH_MAX
    };
    let label = label.check("label", max, errors);
    if label.is_empty() {
        errors.push(FieldError::new("label", Problem::Missing));
    }
    label
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    pub(crate) fn raw(kind: &str, label: &str) -> RawQuestion {
        let choices = if kind.starts_with("choice") {
            "Fleisch\nVegan"
        } else {
            ""
        };
        RawQuestion {
            kind: kind.into(),
            label: Bilingual {
                main: label.into(),
                english: String::new(),
            },
            choices: choices.into(),
            ..RawQuestion::default()
        }
    }

    pub(crate) fn with(form: &Questionnaire, question: RawQuestion) -> Questionnaire {
        let put = QuestionEdit::Put(0, Box::new(question));
        form.edited(put, false).expect("a question")
    }

    /// Menu (1, with meat as 2 and vegan as 3), and allergies (4) if it is vegan.
    pub(crate) fn menu() -> Questionnaire {
        let menu = with(&Questionnaire::default(), raw("choice", "Menü"));
        let allergies = RawQuestion {
            only_if: "1-3".into(),
            ..raw("text", "Allergien")
        };
        with(&menu, allergies)
    }

    fn labels(form: &Questionnaire) -> Vec<&str> {
        form.asked()
            .map(|question| question.label.main.as_str())
            .collect()
    }

    fn problems(edited: Result<Questionnaire, QuestionError>) -> Vec<(String, Problem)> {
        match edited {
            Err(QuestionError::Invalid(errors)) => errors
                .into_iter()
                .map(|error| (error.field, error.problem))
                .collect(),
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn questions_move_among_those_that_are_asked() {
        let form = with(&menu(), raw("text", "Anreise"));
        let form = form
            .edited(QuestionEdit::Remove(4), true)
            .expect("no longer asked");
        assert_eq!(labels(&form), ["Menü", "Anreise"]);
        let form = form.edited(QuestionEdit::Up(5), true).expect("moved");
        assert_eq!(labels(&form), ["Anreise", "Menü"]);
        let form = form
            .edited(QuestionEdit::Down(1), true)
            .expect("at the end");
        assert_eq!(labels(&form), ["Anreise", "Menü"]);
        let form = form.edited(QuestionEdit::To(1, 0), true).expect("moved");
        assert_eq!(labels(&form), ["Menü", "Anreise"]);
        let form = form.edited(QuestionEdit::AskAgain(4), true).expect("again");
        assert_eq!(labels(&form), ["Menü", "Anreise", "Allergien"]);
        assert_eq!(
            form.edited(QuestionEdit::Up(9), true),
            Err(QuestionError::Gone)
        );
    }

    #[test]
    fn an_answered_question_keeps_kind_and_category_and_its_choices_their_meaning() {
        let other = RawQuestion {
            choices: "Fisch\nVegan".into(),
            is_special: true,
            why: raw("text", "Küche").label,
            ..raw("text", "Essen")
        };
        let form = menu()
            .edited(QuestionEdit::Put(1, Box::new(other)), true)
            .expect("changed");
        let question = form.question(1).expect("still there");
        assert_eq!(question.label.main, "Essen");
        assert_eq!(
            (question.kind, question.is_special),
            (QuestionKind::Choice, false)
        );
        let choices: Vec<_> = question
            .choices
            .iter()
            .map(|choice| (choice.number, choice.label.main.as_str(), choice.is_offered))
            .collect();
        assert_eq!(
            choices,
            [
                (5, "Fisch", true),
                (3, "Vegan", true),
                (2, "Fleisch", false)
            ]
        );
        let gone = menu().edited(QuestionEdit::Remove(1), false).expect("gone");
        assert_eq!(gone.question(1), None);
        assert_eq!(gone.question(4).expect("there").only_if, None);
    }

    #[test]
    fn a_wrong_question_is_told_at_its_fields() {
        let empty = QuestionEdit::Put(0, Box::new(raw("text", " ")));
        assert_eq!(
            problems(menu().edited(empty, false)),
            [("label".to_owned(), Problem::Missing)]
        );
        let lines = RawQuestion {
            choices: "A\nA".into(),
            choices_en: "B".into(),
            ..raw("choices", "Was?")
        };
        assert_eq!(
            problems(menu().edited(QuestionEdit::Put(0, Box::new(lines)), false)),
            [
                ("choices".to_owned(), Problem::Twice),
                ("choices-en".to_owned(), Problem::UnevenLines)
            ]
        );
        let special = RawQuestion {
            is_special: true,
            ..raw("text", "Diät")
        };
        assert_eq!(
            problems(menu().edited(QuestionEdit::Put(0, Box::new(special)), false)),
            [("why".to_owned(), Problem::Missing)]
        );
    }

    #[test]
    fn no_question_depends_on_itself() {
        let circle = RawQuestion {
            only_if: "4-0".into(),
            ..raw("choice", "Menü")
        };
        let consent = menu()
            .edited(
                QuestionEdit::Put(
                    4,
                    Box::new(RawQuestion {
                        only_if: "1-3".into(),
                        ..raw("consent", "Ja")
                    }),
                ),
                false,
            )
            .expect("a consent");
        assert_eq!(
            problems(consent.edited(QuestionEdit::Put(1, Box::new(circle)), false)),
            [("only-if".to_owned(), Problem::DependsOnItself)]
        );
        let unknown = RawQuestion {
            only_if: "1-77".into(),
            ..raw("text", "Was?")
        };
        assert_eq!(
            problems(menu().edited(QuestionEdit::Put(0, Box::new(unknown)), false)),
            [("only-if".to_owned(), Problem::UnknownChoice)]
        );
    }

    #[test]
    fn there_are_not_more_questions_than_a_guest_can_bear() {
        let many = (0..Questionnaire::QUESTIONS_MAX).fold(Questionnaire::default(), |form, _| {
            with(&form, raw("text", "Was?"))
        });
        let one_more = many.edited(QuestionEdit::Put(0, Box::new(raw("text", "Was?"))), false);
        let max = 50;
        assert_eq!(
            problems(one_more),
            [("label".to_owned(), Problem::TooMany { max })]
        );
    }
}
