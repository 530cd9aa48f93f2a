//! The list of an event's questions, as guests see them, with what can be done with each.

use domain::questions::Question;
use leptos::prelude::*;

use super::{
    fields::{Field, decisive},
    form::question_form,
};
use crate::{
    page::Ctx,
    questions::views::{QuestionForm, QuestionsView},
    ui::{BadgeKind, ButtonKind, Card, IconButton, LinkButton, StatusBadge},
};

/// What the parts of the page need to show themselves.
pub(super) struct Builder {
    pub(super) ctx: Ctx,
    pub(super) event: String,
    pub(super) shown: QuestionsView,
    /// The question that is being changed; 0 for a new one.
    pub(super) open: Option<u32>,
}

impl Builder {
    pub(super) fn new(ctx: &Ctx, event: String, shown: QuestionsView) -> Self {
        let open = if ctx.form.sent {
            (ctx.form.values.get("what") == "put").then(|| ctx.form.values.get("number"))
        } else {
            ctx.query.find("edit")
        };
        let open = open.and_then(|number| number.parse().ok());
        Self {
            ctx: ctx.clone(),
            event,
            shown,
            open,
        }
    }

    pub(super) fn address(&self) -> String {
        format!("/app/events/{}/questions", self.event)
    }

    pub(super) fn list(&self) -> impl IntoView + use<> {
        let asked: Vec<&Question> = self.shown.questions.asked().collect();
        let end = asked.len().saturating_sub(1);
        let items = asked
            .iter()
            .enumerate()
            .map(|(at, question)| {
                if self.open == Some(question.number) {
                    let form = question_form(self, QuestionForm::of(question));
                    view! { <li>{form}</li> }.into_any()
                } else {
                    self.line(question, at == 0, at == end)
                }
            })
            .collect_view();
        let is_movable = self.open.is_none();
        (!asked.is_empty()).then(
            || view! { <ol class="question-list" data-order=is_movable.then_some("")>{items}</ol> },
        )
    }

    /// A question as guests see it, with what can be done with it.
    fn line(&self, question: &Question, is_first: bool, is_last: bool) -> AnyView {
        let words = self.ctx.words;
        let field = Field {
            words,
            question,
            values: Vec::new(),
            error: String::new(),
            special_until: &self.shown.special_until,
        };
        let label = question.label.shown(words.0);
        let said = |key: &str| words.with(key, [("question", label.into())]);
        let moves = [
            ("up", "chevron-up", is_first),
            ("down", "chevron-down", is_last),
        ]
        .into_iter()
        .filter(|(_, _, is_at_end)| !is_at_end)
        .map(|(what, icon, _)| {
            let label = said(&format!("question-{what}"));
            view! { <IconButton icon=icon label=label name="what" value=what class="button-small"/> }
        })
        .collect_view();
        let number = question.number.to_string();
        let href = format!("{}?edit={number}#question-{number}", self.address());
        let (id, action) = (format!("question-{number}"), self.address());
        let (marks, shown) = (self.marks(question), field.shown());
        let (legend, change) = (said("question-as-shown"), words.get("question-change"));
        view! {
            <li id=id data-movable="">
                <Card>
                    <div class="stack stack-tight">
                        {marks}
                        <fieldset class="plain" disabled=true>
                            <legend class="sr-only">{legend}</legend>
                            {shown}
                        </fieldset>
                        <form method="post" action=action class="actions">
                            <input type="hidden" name="number" value=number/>
                            <input type="hidden" name="to" value="0"/>
                            {moves}
                            <LinkButton href=href kind=ButtonKind::Quiet icon="pencil" class="button-small">
                                {change}
                            </LinkButton>
                            <button type="submit" name="what" value="to" hidden=true></button>
                        </form>
                    </div>
                </Card>
            </li>
        }
        .into_any()
    }

    /// What is special about a question.
    fn marks(&self, question: &Question) -> impl IntoView + use<> {
        let words = self.ctx.words;
        let mut marks = Vec::new();
        if question.is_required {
            marks.push((BadgeKind::Open, "check", words.get("question-required")));
        }
        if question.is_special {
            marks.push((
                BadgeKind::Maybe,
                "shield-check",
                words.get("question-special"),
            ));
        }
        let other = question.only_if.and_then(|condition| {
            let other = self.shown.questions.question(condition.question)?;
            let choice = decisive(words, other, condition.choice);
            let label = other.label.shown(words.0);
            Some(words.with(
                "question-only-if",
                [("question", label.into()), ("choice", choice.into())],
            ))
        });
        marks.extend(other.map(|text| (BadgeKind::Open, "list-filter", text)));
        (!marks.is_empty()).then(|| {
            let marks = marks
                .into_iter()
                .map(|(kind, icon, word)| view! { <StatusBadge kind=kind icon=icon word=word/> })
                .collect_view();
            view! { <p class="marks">{marks}</p> }
        })
    }
}
