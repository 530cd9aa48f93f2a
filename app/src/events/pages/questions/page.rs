//! What an event asks, as guests see it, each question to be changed in its place.

use domain::{access::act, questions::QuestionKind};
use leptos::prelude::*;

use super::{builder::Builder, form::question_form};
use crate::{
    error::ApiError,
    page::{Order, Pairs, event_tabs, form, load, organiser, page_param, param},
    questions::{api, views::QuestionForm},
    ui::{
        Button, ButtonKind, Card, Details, FlashNotice, Notice, NoticeKind, PageHeader, SelectField,
    },
};

/// Every question, at most one of them being changed.
#[component]
pub fn QuestionsPage() -> impl IntoView {
    let event = page_param("event");
    load(|ctx| async move {
        ctx.must_at::<act::PlanEvents>(&event)?;
        let shown = api::load_questions(event.clone()).await?;
        let title = crate::events::api::load_event(event.clone()).await?.title;
        let words = ctx.words;
        let inner = ctx.clone();
        Ok(organiser(&ctx, title.clone(), move || {
            let saved = inner
                .query
                .find("done")
                .map(|_| view! { <FlashNotice message=words.get("saved")/> });
            let builder = Builder::new(&inner, event, shown);
            view! {
                <PageHeader title=title back_href="/app/events" back_label=words.get("nav-events")/>
                {event_tabs(&inner, &builder.event, "/questions")}
                {saved}
                {form(&inner)}
                <div class="stack stack-wide measure">
                    {builder.lead()}
                    {builder.list()}
                    {builder.add()}
                    {builder.rest()}
                </div>
                <Order ctx=inner.clone()/>
            }
            .into_any()
        }))
    })
}

impl Builder {
    fn lead(&self) -> impl IntoView + use<> {
        let words = self.ctx.words;
        let replied = self.shown.replied;
        let safe = (replied > 0).then(|| {
            let text = words.with("questions-replied", [("count", replied.into())]);
            view! { <Notice kind=NoticeKind::Info><p>{text}</p></Notice> }
        });
        view! { <p>{words.get("questions-lead")}</p>{safe} }
    }

    /// A new question: its form, or the choice of its kind.
    fn add(&self) -> AnyView {
        let words = self.ctx.words;
        if self.open == Some(0) {
            let kind = self.ctx.query.one_of("kind", &KINDS);
            let start = QuestionForm {
                kind: kind.unwrap_or("text").to_owned(),
                ..QuestionForm::default()
            };
            return question_form(self, start).into_any();
        }
        let kinds = QuestionKind::ALL
            .into_iter()
            .map(|kind| {
                let code = kind.code();
                (code.to_owned(), words.get(&format!("question-kind-{code}")))
            })
            .collect();
        let is_empty = self.shown.questions.asked().next().is_none();
        let nothing =
            is_empty.then(|| view! { <p class="cell-sub">{words.get("questions-empty")}</p> });
        let action = format!("{}#question-0", self.address());
        view! {
            <Card title=words.get("question-new")>
                {nothing}
                <form method="get" action=action class="form">
                    <input type="hidden" name="edit" value="0"/>
                    <SelectField label=words.get("question-kind") name="kind" options=kinds autocomplete="off"/>
                    <div class="actions"><Button icon="plus">{words.get("question-add")}</Button></div>
                </form>
            </Card>
        }
        .into_any()
    }

    /// What is no longer asked.
    fn rest(&self) -> Option<impl IntoView + use<>> {
        let words = self.ctx.words;
        let all = self.shown.questions.questions.iter();
        let lines: Vec<AnyView> = all
            .filter(|question| !question.is_asked)
            .map(|question| {
                let number = question.number.to_string();
                let label = question.label.shown(words.0).to_owned();
                view! {
                    <li class="page-line">
                        <p>{label}</p>
                        <form method="post" action=self.address()>
                            <input type="hidden" name="number" value=number/>
                            <Button kind=ButtonKind::Quiet name="what" value="again" class="button-small">
                                {words.get("question-again")}
                            </Button>
                        </form>
                    </li>
                }
                .into_any()
            })
            .collect();
        (!lines.is_empty()).then(|| {
            view! {
                <Details summary=words.get("questions-rest")>
                    <p class="cell-sub">{words.get("questions-rest-text")}</p>
                    <ul class="page-lines">{lines}</ul>
                </Details>
            }
        })
    }
}

/// The codes of every kind of question.
const KINDS: [&str; 9] = [
    "text",
    "long-text",
    "choice",
    "choices",
    "number",
    "day",
    "email",
    "phone",
    "consent",
];

/// What the forms of the page do.
pub async fn edit_questions(path: Vec<String>, pairs: Pairs) -> Result<String, ApiError> {
    let event = param(&path, 0)?;
    let text = |name: &str| pairs.text(name);
    let form = QuestionForm {
        what: text("what"),
        number: pairs.get("number").parse().unwrap_or(0),
        to: pairs.get("to").parse().unwrap_or(0),
        kind: text("kind"),
        label: text("label"),
        label_en: text("label-en"),
        help: text("help"),
        help_en: text("help-en"),
        why: text("why"),
        why_en: text("why-en"),
        choices: text("choices"),
        choices_en: text("choices-en"),
        required: text("required"),
        special: text("special"),
        only_if: text("only-if"),
    };
    let number = form.number;
    api::edit_questions(event.clone(), form).await?;
    Ok(format!(
        "/app/events/{event}/questions?done#question-{number}"
    ))
}
