//! A question as guests will see it, while it is typed.

use domain::questions::{QuestionEdit, Questionnaire};
use leptos::prelude::*;

use super::fields::Field;
use crate::{
    page::Ctx,
    questions::views::{QuestionForm, QuestionsView},
};

/// A question as guests will see it, as HTML; nothing as long as it is not a whole question.
pub(crate) fn preview(ctx: &Ctx, shown: &QuestionsView, form: &QuestionForm) -> String {
    Owner::new().with(|| look(ctx, shown, form).to_html())
}

/// Likewise, as a part of a page.
pub(super) fn look(ctx: &Ctx, shown: &QuestionsView, form: &QuestionForm) -> Option<AnyView> {
    // By itself, with a number that no other field of the page has: neither its place nor the others matter.
    let nothing = Questionnaire {
        numbers: 1_000_000,
        ..Questionnaire::default()
    };
    let put = QuestionEdit::Put(0, Box::new(form.raw_alone()));
    let alone = nothing.edited(put, false).ok()?;
    let question = alone.asked().next()?;
    let field = Field {
        words: ctx.words,
        question,
        values: Vec::new(),
        error: String::new(),
        special_until: &shown.special_until,
    };
    Some(field.shown())
}
