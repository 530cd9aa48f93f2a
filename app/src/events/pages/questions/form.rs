//! The form of a question.

use domain::questions::{Condition, Question, QuestionKind};
use leptos::prelude::*;

use super::{builder::Builder, fields::decisive, preview::look};
use crate::{
    page::Preview,
    questions::views::QuestionForm,
    ui::{Button, ButtonKind, Card, CheckboxField, LinkButton, SelectField, TextArea, TextField},
};

/// The fields of a question, and how it will look.
pub(super) fn question_form(builder: &Builder, start: QuestionForm) -> impl IntoView + use<> {
    let words = builder.ctx.words;
    let number = start.number;
    let is_fixed = number != 0 && builder.shown.replied > 0;
    let kind = builder.ctx.form.value("kind", start.kind.clone());
    let kind: QuestionKind = kind.parse().unwrap_or(QuestionKind::Text);
    let seen = look(&builder.ctx, &builder.shown, &typed(builder, &start));
    let fields = Fields {
        builder,
        start: &start,
    };
    let remove = (number != 0).then(|| {
        let key = if is_fixed { "question-stop" } else { "question-remove" };
        view! {
            <Button kind=ButtonKind::Danger name="what" value="remove" icon="trash-2" formnovalidate=true>
                {words.get(key)}
            </Button>
        }
    });
    let is_unseen = seen.is_none();
    let title = words.get(&format!("question-kind-{}", kind.code()));
    let (label, texts) = (fields.label(kind), fields.texts());
    let choices = kind.has_choices().then(|| fields.choices());
    let rules = fields.rules(is_fixed);
    let (action, event) = (builder.address(), builder.event.clone());
    let script = builder.ctx.clone();
    let back = format!("{}#question-{number}", builder.address());
    view! {
        <section id=format!("question-{number}")>
            <Card title=title>
                <form
                    method="post" action=action class="form" data-preview="/fn/questions/preview"
                    data-event=event data-into="form"
                >
                    <input type="hidden" name="number" value=number.to_string()/>
                    <input type="hidden" name="kind" value=kind.code()/>
                    {label}
                    {choices}
                    {texts}
                    {rules}
                    <div class="question-preview" hidden=is_unseen>
                        <p class="field-label">{words.get("page-preview")}</p>
                        <fieldset class="plain" disabled=true>
                            <legend class="sr-only">{words.get("page-preview")}</legend>
                            <div data-shown="">{seen}</div>
                        </fieldset>
                    </div>
                    <Preview ctx=script/>
                    <div class="actions">
                        <Button name="what" value="put">{words.get("save")}</Button>
                        <LinkButton href=back kind=ButtonKind::Link>{words.get("cancel")}</LinkButton>
                        {remove}
                    </div>
                </form>
            </Card>
        </section>
    }
}

/// What was typed, or what the form starts with.
fn typed(builder: &Builder, start: &QuestionForm) -> QuestionForm {
    let value = |name: &str, start: &String| builder.ctx.form.value(name, start.clone());
    QuestionForm {
        number: start.number,
        kind: value("kind", &start.kind),
        label: value("label", &start.label),
        label_en: value("label-en", &start.label_en),
        help: value("help", &start.help),
        help_en: value("help-en", &start.help_en),
        why: value("why", &start.why),
        why_en: value("why-en", &start.why_en),
        choices: value("choices", &start.choices),
        choices_en: value("choices-en", &start.choices_en),
        required: value("required", &start.required),
        special: value("special", &start.special),
        ..QuestionForm::default()
    }
}

struct Fields<'a> {
    builder: &'a Builder,
    start: &'a QuestionForm,
}

impl Fields<'_> {
    fn value(&self, name: &str, start: &str) -> String {
        self.builder.ctx.form.value(name, start)
    }

    fn error(&self, name: &str) -> String {
        self.builder.ctx.form.error(self.builder.ctx.words, name)
    }

    fn t(&self, key: &str) -> String {
        self.builder.ctx.words.get(key)
    }

    fn area(&self, name: &'static str, key: &str, start: &str, rows: u32, hint: &str) -> AnyView {
        let hint = if hint.is_empty() {
            String::new()
        } else {
            self.t(hint)
        };
        view! {
            <TextArea
                label=self.t(key) name=name value=self.value(name, start) error=self.error(name) hint=hint rows=rows
                maxlength=12_000
            />
        }
        .into_any()
    }

    fn line(&self, name: &'static str, key: &str, start: &str, hint: &str) -> AnyView {
        let hint = if hint.is_empty() {
            String::new()
        } else {
            self.t(hint)
        };
        view! {
            <TextField
                label=self.t(key) name=name value=self.value(name, start) error=self.error(name) hint=hint
                optional=self.t("optional") maxlength=2_000 autocomplete="off"
            />
        }
        .into_any()
    }

    /// The question, or the text that is agreed to.
    fn label(&self, kind: QuestionKind) -> AnyView {
        let start = self.start;
        if kind == QuestionKind::Consent {
            let label = self.area(
                "label",
                "question-consent",
                &start.label,
                3,
                "question-consent-hint",
            );
            let english = self.area("label-en", "page-in-english", &start.label_en, 3, "");
            return view! { <div class="form-row form-row-even">{label}{english}</div> }.into_any();
        }
        let (label, error) = (self.value("label", &start.label), self.error("label"));
        let english = self.line("label-en", "page-in-english", &start.label_en, "");
        view! {
            <div class="form-row form-row-even">
                <TextField
                    label=self.t("question-label") name="label" value=label error=error required=true maxlength=300
                    autocomplete="off"
                />
                {english}
            </div>
        }
        .into_any()
    }

    fn choices(&self) -> impl IntoView + use<> {
        let start = self.start;
        let main = self.area(
            "choices",
            "question-choices",
            &start.choices,
            5,
            "question-choices-hint",
        );
        let english = self.area(
            "choices-en",
            "page-in-english",
            &start.choices_en,
            5,
            "question-choices-en-hint",
        );
        view! { <div class="form-row form-row-even">{main}{english}</div> }
    }

    fn texts(&self) -> impl IntoView + use<> {
        let start = self.start;
        let help = self.line("help", "question-help", &start.help, "");
        let help_en = self.line("help-en", "page-in-english", &start.help_en, "");
        let why = self.line("why", "question-why", &start.why, "question-why-hint");
        let why_en = self.line("why-en", "page-in-english", &start.why_en, "");
        view! {
            <div class="form-row form-row-even">{help}{help_en}</div>
            <div class="form-row form-row-even">{why}{why_en}</div>
        }
    }

    /// Whether it must be replied to, whether it is of a special category, on what it depends.
    fn rules(&self, is_fixed: bool) -> impl IntoView + use<> {
        let start = self.start;
        let required = self.value("required", &start.required) == "yes";
        // What is settled is not sent by a box that cannot be changed.
        let special = if is_fixed {
            start.special == "yes"
        } else {
            self.value("special", &start.special) == "yes"
        };
        let settled = (is_fixed && special)
            .then(|| view! { <input type="hidden" name="special" value="yes"/> });
        let hint = if is_fixed {
            self.t("question-special-fixed")
        } else {
            let words = self.builder.ctx.words;
            let until = &self.builder.shown.special_until;
            words.with("question-special-hint", [("date", until.into())])
        };
        view! {
            <CheckboxField label=self.t("question-required-label") name="required" checked=required/>
            <CheckboxField
                label=self.t("question-special-label") name="special" checked=special hint=hint disabled=is_fixed
            />
            {settled}
            {self.condition()}
        }
    }

    /// The other questions whose replies can decide.
    fn condition(&self) -> Option<AnyView> {
        let words = self.builder.ctx.words;
        let others = self.builder.shown.questions.asked();
        let mut options = Vec::new();
        for other in others.filter(|other| other.kind.can_decide()) {
            if other.number != self.start.number {
                options.extend(ways(words, other));
            }
        }
        (!options.is_empty()).then(|| {
            view! {
                <SelectField
                    label=self.t("question-condition") name="only-if" options=options
                    value=self.value("only-if", &self.start.only_if) error=self.error("only-if")
                    prompt=self.t("question-always") autocomplete="off"
                />
            }
            .into_any()
        })
    }
}

/// The ways in which a reply to a question can decide whether another is put.
fn ways(words: words::Words, question: &Question) -> Vec<(String, String)> {
    let choices: Vec<u32> = if question.kind.has_choices() {
        let offered = question.choices.iter().filter(|choice| choice.is_offered);
        offered.map(|choice| choice.number).collect()
    } else {
        vec![0]
    };
    let way = |choice: u32| {
        let condition = Condition {
            question: question.number,
            choice,
        };
        let text = words.with(
            "question-only-if",
            [
                ("question", question.label.shown(words.0).into()),
                ("choice", decisive(words, question, choice).into()),
            ],
        );
        (condition.code(), text)
    };
    choices.into_iter().map(way).collect()
}
