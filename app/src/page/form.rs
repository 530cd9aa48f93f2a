//! A form that was sent and is shown again, with everything that was typed.

use domain::fields::{FieldError, Problem};
use leptos::prelude::*;
use words::Words;

use super::{Ctx, Pairs};
use crate::{
    error::Rejection,
    ui::{ErrorSummary, Notice, NoticeKind},
};

/// A form that was sent and is shown again. Empty on a page that is simply opened.
#[derive(Clone, Default)]
pub struct FormState {
    /// What was typed.
    pub values: Pairs,
    /// What is wrong.
    pub errors: Vec<FieldError>,
    /// Why it was not possible.
    pub rejection: Option<Rejection>,
    /// Whether the form was sent at all.
    pub sent: bool,
}

impl FormState {
    /// What was typed into a field, or what it starts with.
    pub fn value(&self, name: &str, start: impl Into<String>) -> String {
        if self.sent {
            self.values.text(name)
        } else {
            start.into()
        }
    }

    /// What is wrong with a field, in words; empty if nothing.
    pub fn error(&self, words: Words, name: &str) -> String {
        self.errors
            .iter()
            .find(|error| error.field == name)
            .map_or(String::new(), |error| say(words, error))
    }

    /// Whether something keeps the form from being taken.
    pub fn has_problem(&self) -> bool {
        !self.errors.is_empty() || self.rejection.is_some()
    }
}

/// What is wrong with a field, in words.
pub(crate) fn say(words: Words, error: &FieldError) -> String {
    let number = |name: &'static str, number: u32| [(name, number.into())];
    match error.problem {
        Problem::Missing => words.get(&format!("missing-{}", error.field)),
        Problem::TooLong { max } => words.with("problem-too-long", [("max", max.into())]),
        Problem::NotAnAddress => words.get("problem-not-an-address"),
        Problem::NotATime => words.get("problem-not-a-time"),
        Problem::NotADay => words.get("problem-not-a-day"),
        Problem::PasswordTooShort { min } => {
            words.with("problem-password-too-short", [("min", min.into())])
        }
        Problem::PasswordWithoutSpecial => words.get("problem-password-without-special"),
        Problem::PasswordGuessable => words.get("problem-password-guessable"),
        Problem::WrongPassword => words.get("problem-wrong-password"),
        Problem::NotAProvider => words.get("problem-not-a-provider"),
        Problem::AlreadyListed => words.get("problem-already-listed"),
        Problem::SomebodyElses => words.get("problem-somebody-elses"),
        Problem::NotYours => words.get("problem-not-yours"),
        Problem::NotAColour => words.get("problem-not-a-colour"),
        Problem::TooMany { max } => words.with("problem-too-many", number("max", max)),
        Problem::Twice => words.get("problem-twice"),
        Problem::UnevenLines => words.get("problem-uneven-lines"),
        Problem::DependsOnItself => words.get("problem-depends-on-itself"),
        Problem::Unanswered => words.get("problem-unanswered"),
        Problem::NotAgreed => words.get("problem-not-agreed"),
        Problem::NotANumber => words.get("problem-not-a-number"),
        Problem::NotAPhone => words.get("problem-not-a-phone"),
        Problem::NotAPicture => words.get("problem-not-a-picture"),
        Problem::PictureTooLarge => words.get("problem-picture-too-large"),
        Problem::PictureTooSmall { min } => {
            words.with("problem-picture-too-small", number("min", min))
        }
        Problem::Overlaps => words.get("problem-overlaps"),
        Problem::NoPlaces => words.get("problem-no-places"),
        Problem::NoPlacesForAll => words.get("problem-no-places-for-all"),
        Problem::GroupTooLarge { max } => words.with("problem-group-too-large", number("max", max)),
        Problem::Undecided => words.get("problem-undecided"),
        Problem::WrongCode => words.get("problem-wrong-code"),
        Problem::SkippedByTheClock => words.get("problem-skipped-by-the-clock"),
        Problem::UnknownZone => words.get("problem-unknown-zone"),
        Problem::EndsBeforeItStarts => words.get("problem-ends-before-it-starts"),
        Problem::BeforeWorkshops => words.get("problem-before-workshops"),
        Problem::AfterTheEnd => words.get("problem-after-the-end"),
        Problem::OpensAfterDeadline => words.get("problem-opens-after-deadline"),
        Problem::InThePast => words.get("problem-in-the-past"),
        Problem::OutOfRange { min, max } => words.with(
            "problem-out-of-range",
            [
                ("min", min.to_string().into()),
                ("max", max.to_string().into()),
            ],
        ),
        Problem::StillWaiting => words.get("problem-still-waiting"),
        Problem::BelowTaken { taken } => words.with("problem-below-taken", number("taken", taken)),
        Problem::GuestsWouldGo { days } => {
            words.with("problem-guests-would-go", [("days", days.into())])
        }
        Problem::UnknownChoice => words.get("problem-unknown-choice"),
        Problem::NotAtOneEvent => words.get("problem-not-at-one-event"),
        Problem::UnknownVariable => words.get("problem-unknown-variable"),
        Problem::UnclosedVariable => words.get("problem-unclosed-variable"),
        Problem::LinkMissing => words.get("problem-link-missing"),
        Problem::PaymentData => words.get("problem-payment-data"),
        Problem::NotAHuman => words.get("problem-not-a-human"),
    }
}

/// Why something was not possible, in words.
pub(crate) fn say_rejection(words: Words, rejection: &Rejection) -> String {
    match rejection {
        Rejection::SignIn => words.get("rejected-sign-in"),
        Rejection::TooManyAttempts {
            seconds: Some(seconds),
        } => words.with(
            "rejected-too-many-attempts",
            [("seconds", (*seconds).into())],
        ),
        Rejection::TooManyAttempts { seconds: None } => words.get("rejected-password-blocked"),
        Rejection::Prove => words.get("prove-lead"),
        Rejection::SetUpFactor => words.get("factors-needed-text"),
        Rejection::CodesBlocked => words.get("rejected-codes-blocked"),
        Rejection::WrongPasskey => words.get("rejected-wrong-passkey"),
        Rejection::SignInOver => words.get("rejected-sign-in-over"),
        Rejection::AlreadyInTeam => words.get("rejected-already-in-team"),
        Rejection::LastOwner => words.get("rejected-last-owner"),
        Rejection::Full { left } => words.with("rejected-full", [("left", (*left).into())]),
        Rejection::NotOpen(stage) => words.get(&format!("rejected-not-open-{stage}")),
        Rejection::ChangedMeanwhile => words.get("rejected-changed-meanwhile"),
        Rejection::NotNow => words.get("rejected-not-now"),
        Rejection::OtherNews => words.get("rejected-other-news"),
        Rejection::TooEarly => words.get("rejected-too-early"),
        Rejection::TooLate => words.get("rejected-too-late"),
        Rejection::TooManyCompanions { max } => {
            words.with("rejected-too-many-companions", [("max", (*max).into())])
        }
        Rejection::Refused => words.get("rejected-refused"),
        Rejection::InvitationOnly => words.get("rejected-invitation-only"),
        Rejection::Unreadable(reason) => words.get(&format!("rejected-unreadable-{reason}")),
        Rejection::NothingToImport => words.get("rejected-nothing-to-import"),
        Rejection::NotSignedYet => words.get("certificate-not-yet"),
    }
}

/// What stands above a form that was not taken: the summary of what is wrong, or why it was not possible.
pub fn form(ctx: &Ctx) -> impl IntoView + use<> {
    let words = ctx.words;
    let state = &ctx.form;
    let errors: Vec<(String, String)> = state
        .errors
        .iter()
        .map(|error| (error.field.clone(), say(words, error)))
        .collect();
    let rejection = state.rejection.as_ref().map(|rejection| {
        let text = say_rejection(words, rejection);
        view! {
            <div role="alert" tabindex="-1" autofocus=true>
                <Notice kind=NoticeKind::Bad title=words.get("rejected-title")><p>{text}</p></Notice>
            </div>
        }
    });
    view! {
        {rejection}
        <ErrorSummary heading=words.get("problem-heading") errors=errors/>
    }
}

/// The hidden field by which a form that is sent twice is stored once.
#[component]
pub fn RequestKey(
    /// The context, for a form that is shown again.
    ctx: Ctx,
) -> impl IntoView {
    let fresh = uuid::Uuid::from_bytes(backend::chance::make_bytes()).to_string();
    let key = ctx.form.value("request-key", fresh);
    view! { <input type="hidden" name="request-key" value=key/> }
}
