//! The fields of the questions in a guest's form.

use domain::{
    fields::Problem,
    questions::{Question, QuestionKind, RawReplies},
};
use leptos::prelude::*;
use words::Words;

use crate::{
    page::{FormState, Pairs},
    questions::{asked::AskedQuestions, views::AskedView},
    ui::{
        CheckboxField, CheckboxGroup, Choice, Icon, RadioCards, SelectField, TextArea, TextField,
    },
};

/// As many choices stand side by side; more are a list that opens.
const CARDS_MAX: usize = 5;

/// Every question that an event asks; nothing if it asks none.
pub(crate) fn asked_questions(
    words: Words,
    state: &FormState,
    shown: &AskedView,
) -> impl IntoView + use<> {
    let is_any = shown.questions.asked().next().is_some();
    is_any.then(|| {
        let fields = shown
            .questions
            .asked()
            .map(|question| {
                let name = question.field();
                let values: Vec<String> = if state.sent {
                    let sent = state.values.0.iter().filter(|(key, _)| *key == name);
                    sent.map(|(_, value)| value.clone()).collect()
                } else {
                    let known = shown.replies.of(question.number);
                    known.map(str::to_owned).collect()
                };
                let depends = depends(words, question, shown);
                let field = Field {
                    words,
                    question,
                    values,
                    error: state.error(words, &name),
                    special_until: &shown.special_until,
                };
                view! { <fieldset class="question" data-question=question.number.to_string()>{depends}{field.shown()}{field.live_problem()}</fieldset> }
            })
            .collect_view();
        view! { <AskedQuestions rules=shown.questions.rules().write()><div class="form">{fields}</div></AskedQuestions> }
    })
}

/// On what a question depends, for whoever has no scripts.
fn depends(words: Words, question: &Question, shown: &AskedView) -> Option<impl IntoView + use<>> {
    let condition = question.only_if?;
    let other = shown.questions.question(condition.question)?;
    let text = words.with(
        "question-only-if",
        [
            ("question", other.label.shown(words.0).into()),
            ("choice", decisive(words, other, condition.choice).into()),
        ],
    );
    Some(view! { <p class="cell-sub" data-only-if="">{text}</p> })
}

/// What must be replied to a question on which another depends.
pub(super) fn decisive(words: Words, question: &Question, choice: u32) -> String {
    match question.choice(choice) {
        Some(choice) => choice.label.shown(words.0).to_owned(),
        None => words.get("question-agreed"),
    }
}

/// The field of one question.
pub(super) struct Field<'a> {
    pub(super) words: Words,
    pub(super) question: &'a Question,
    pub(super) values: Vec<String>,
    pub(super) error: String,
    pub(super) special_until: &'a str,
}

impl Field<'_> {
    pub(super) fn shown(&self) -> AnyView {
        let (words, question) = (self.words, self.question);
        let (label, name) = (question.label.shown(words.0).to_owned(), question.field());
        let (hint, error) = (self.hint(), self.error.clone());
        let optional = if question.is_required {
            String::new()
        } else {
            words.get("optional")
        };
        let value = self.values.first().cloned().unwrap_or_default();
        match question.kind {
            QuestionKind::Choice if self.choices().len() <= CARDS_MAX => {
                let mut choices = self.choices();
                if !question.is_required {
                    choices.push(Choice::new("", words.get("question-no-reply")));
                }
                view! { <RadioCards legend=label name=name choices=choices value=value hint=hint error=error optional=optional/> }
                    .into_any()
            }
            QuestionKind::Choice => {
                let options = self.choices().into_iter();
                let options = options.map(|choice| (choice.value, choice.label)).collect();
                let prompt = words.get("question-no-reply");
                view! {
                    <SelectField
                        label=label name=name options=options value=value hint=hint error=error optional=optional
                        prompt=prompt autocomplete="off"
                    />
                }
                .into_any()
            }
            QuestionKind::Choices => {
                let (choices, values) = (self.choices(), self.values.clone());
                view! {
                    <CheckboxGroup
                        legend=label name=name choices=choices values=values hint=hint error=error optional=optional
                    />
                }
                .into_any()
            }
            QuestionKind::Consent => {
                let checked = !value.is_empty();
                view! { <CheckboxField label=label name=name checked=checked hint=hint error=error optional=optional/> }
                    .into_any()
            }
            QuestionKind::LongText => view! {
                <TextArea
                    label=label name=name value=value hint=hint error=error optional=optional autocomplete="off"
                    maxlength=2_000
                />
            }
            .into_any(),
            kind => {
                let (input_type, inputmode, maxlength) = match kind {
                    QuestionKind::Number => ("text", "numeric", 20),
                    QuestionKind::Day => ("date", "", 10),
                    QuestionKind::Email => ("email", "email", 254),
                    QuestionKind::Phone => ("tel", "tel", 40),
                    _ => ("text", "", 200),
                };
                view! {
                    <TextField
                        label=label name=name input_type=input_type inputmode=inputmode value=value hint=hint
                        error=error optional=optional autocomplete="off" maxlength=maxlength
                    />
                }
                .into_any()
            }
        }
    }

    /// What is offered, and what was picked before.
    fn choices(&self) -> Vec<Choice> {
        let choices = self.question.choices.iter();
        choices
            .filter(|choice| choice.is_offered || self.values.contains(&choice.number.to_string()))
            .map(|choice| Choice::new(choice.number.to_string(), choice.label.shown(self.words.0)))
            .collect()
    }

    /// What helps to reply, why it is asked, and how long it is kept if not as long as the rest.
    fn hint(&self) -> String {
        let (words, question) = (self.words, self.question);
        let mut parts = vec![question.help.shown(words.0).to_owned()];
        if !question.why.is_empty() {
            let why = question.why.shown(words.0);
            parts.push(words.with("question-why-shown", [("why", why.into())]));
        }
        if question.is_special {
            let date = self.special_until;
            parts.push(words.with("question-special-shown", [("date", date.into())]));
        }
        parts.retain(|part| !part.is_empty());
        parts.join(" ")
    }

    /// What is said of a reply that is not of its kind, as soon as it was typed.
    fn live_problem(&self) -> Option<impl IntoView + use<>> {
        let problem = match self.question.kind {
            QuestionKind::Number => Problem::NotANumber,
            QuestionKind::Phone => Problem::NotAPhone,
            _ => return None,
        };
        let field = self.question.field();
        let error = domain::fields::FieldError::new(field, problem);
        let text = crate::page::say(self.words, &error);
        let number = self.question.number.to_string();
        // Said already.
        self.error.is_empty().then(|| {
            view! {
                <p class="field-error" role="alert" hidden=true data-problem=number>
                    <Icon name="circle-alert"/><span>{text}</span>
                </p>
            }
        })
    }
}

/// The replies that were typed.
pub(crate) fn typed_replies(pairs: &Pairs) -> RawReplies {
    let mut replies: Vec<(u32, Vec<String>)> = Vec::new();
    for (name, value) in &pairs.0 {
        let Some(Ok(number)) = name.strip_prefix("q-").map(str::parse) else {
            continue;
        };
        match replies.iter_mut().find(|(known, _)| *known == number) {
            Some((_, values)) => values.push(value.clone()),
            None => replies.push((number, vec![value.clone()])),
        }
    }
    RawReplies(replies)
}
