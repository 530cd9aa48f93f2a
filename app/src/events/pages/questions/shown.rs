//! From questions to what is shown of them, and from forms to changes.

use backend::questions::{QuestionReplies, SameReply};
use domain::{
    Bilingual, Locale,
    events::Event,
    guests::Guest,
    questions::{
        Condition, Question, QuestionEdit, QuestionKind, RawQuestion, RawReplies, Reply, Said,
    },
};
use words::{Words, show};

use crate::{
    error::ApiError,
    page::Ctx,
    questions::views::{AskedView, QuestionForm, QuestionsView, RepliesView, SameReplyView},
};

/// Until when replies of special categories are kept.
fn special_until(event: &Event, locale: Locale) -> String {
    let sooner = event
        .schedule
        .ends_at
        .plus_days(Question::SPECIAL_RETENTION_DAYS);
    let at = sooner.min(event.delete_after);
    show(locale, at, &event.schedule.zone).date
}

impl QuestionsView {
    /// What those see who change it.
    pub(crate) fn of(ctx: &Ctx, event: Event, replied: u32) -> Self {
        Self {
            special_until: special_until(&event, ctx.words.0),
            questions: event.questions,
            replied,
        }
    }
}

impl AskedView {
    /// What a guest is asked who replied this before.
    pub(crate) fn of(event: &Event, replies: &[Reply], locale: Locale) -> Self {
        Self {
            questions: event.questions.shown_to(replies),
            replies: RawReplies::from_replies(&event.questions, replies),
            special_until: special_until(event, locale),
        }
    }
}

impl RepliesView {
    /// What is shown of the replies to a question.
    pub(crate) fn of(ctx: &Ctx, event: &Event, replies: QuestionReplies) -> Self {
        let (words, question) = (ctx.words, replies.question);
        let same = |same: SameReply| SameReplyView {
            said: match same.said {
                Said::Agreed { text, .. } => text,
                said => words::said(words, &question, &said, &event.schedule.zone),
            },
            count: same.count,
            guests: same
                .guests
                .into_iter()
                .map(|(guest, name)| (guest.to_string(), name))
                .collect(),
        };
        Self {
            label: question.label.shown(words.0).to_owned(),
            is_special: question.is_special,
            silent: replies.silent,
            untold: replies.untold,
            sum: if question.kind == QuestionKind::Number {
                replies.sum.to_string()
            } else {
                String::new()
            },
            said: replies.said.into_iter().map(same).collect(),
        }
    }
}

/// What a guest replied, in words.
pub(crate) fn said(
    words: Words,
    event: &Event,
    guest: &Guest,
    special: &[Reply],
) -> [Vec<(String, String)>; 2] {
    let zone = &event.schedule.zone;
    // Whatever came to stand where everybody reads it: what is of a special category is shown with the special ones only.
    let plain = guest.file.replies.iter();
    let plain = plain.filter(|reply| !event.questions.is_special(reply.question));
    let plain: Vec<Reply> = plain.cloned().collect();
    [plain.as_slice(), special]
        .map(|replies| words::replies(words, &event.questions, replies, zone))
}

impl QuestionForm {
    /// What the form of a question starts with.
    pub(super) fn of(question: &Question) -> Self {
        let lines = |label: fn(&Bilingual) -> &String| {
            let offered = question.choices.iter().filter(|choice| choice.is_offered);
            let lines: Vec<&str> = offered
                .map(|choice| label(&choice.label).as_str())
                .collect();
            lines.join("\n").trim().to_owned()
        };
        let yes = |is: bool| if is { "yes" } else { "" }.to_owned();
        let (label, help, why) = (
            question.label.clone(),
            question.help.clone(),
            question.why.clone(),
        );
        Self {
            number: question.number,
            kind: question.kind.code().to_owned(),
            label: label.main,
            label_en: label.english,
            help: help.main,
            help_en: help.english,
            why: why.main,
            why_en: why.english,
            choices: lines(|label| &label.main),
            choices_en: lines(|label| &label.english),
            required: yes(question.is_required),
            special: yes(question.is_special),
            only_if: question.only_if.map_or(String::new(), Condition::code),
            ..Self::default()
        }
    }

    /// The question as it was typed.
    pub(super) fn raw(&self) -> RawQuestion {
        let both = |main: &String, english: &String| Bilingual {
            main: main.clone(),
            english: english.clone(),
        };
        RawQuestion {
            kind: self.kind.clone(),
            label: both(&self.label, &self.label_en),
            help: both(&self.help, &self.help_en),
            why: both(&self.why, &self.why_en),
            choices: self.choices.clone(),
            choices_en: self.choices_en.clone(),
            is_required: self.required == "yes",
            is_special: self.special == "yes",
            only_if: self.only_if.clone(),
        }
    }

    /// Likewise, without what depends on the other questions.
    pub(super) fn raw_alone(&self) -> RawQuestion {
        let only_if = String::new();
        RawQuestion {
            only_if,
            ..self.raw()
        }
    }

    /// The change; [`ApiError::NotFound`] for one that does not exist.
    pub(crate) fn edit(self) -> Result<QuestionEdit, ApiError> {
        Ok(match self.what.as_str() {
            "put" => QuestionEdit::Put(self.number, Box::new(self.raw())),
            "remove" => QuestionEdit::Remove(self.number),
            "again" => QuestionEdit::AskAgain(self.number),
            "up" => QuestionEdit::Up(self.number),
            "down" => QuestionEdit::Down(self.number),
            "to" => QuestionEdit::To(self.number, self.to),
            _ => return Err(ApiError::NotFound),
        })
    }
}
