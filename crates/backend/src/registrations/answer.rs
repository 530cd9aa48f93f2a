//! Answering an invitation, changing the answer, cancelling.

use domain::{
    Locale,
    access::act,
    fields::FieldError,
    guests::Standing,
    ids::GuestId,
    questions::RawReplies,
    registrations::{AnswerError, Rsvp},
    workshops::Wishes,
};

use super::take_answer::{By, take_answer};
use crate::{Failure, access::Permit, desk::Desk};

/// What a guest enters.
#[derive(Clone, Default)]
pub struct AnswerInput {
    /// Yes, no, or in between.
    pub rsvp: Rsvp,
    /// First name, if changed; the address stays the one that was invited.
    pub given_name: Option<String>,
    /// Last name, if changed.
    pub family_name: Option<String>,
    /// Names of the companions, as many as come; a name may be empty.
    pub companions: Vec<String>,
    /// A word to the organiser.
    pub message: String,
    /// Replies to the event's questions.
    pub replies: RawReplies,
    /// Workshops.
    pub workshops: Wishes,
    /// The language in which the guest reads.
    pub language: Option<Locale>,
}

/// Why an answer is not taken.
#[derive(Debug, thiserror::Error)]
pub enum AnswerFailure {
    /// Fields are wrong.
    #[error("fields are wrong")]
    Invalid(Vec<FieldError>),
    /// The rules do not allow it.
    #[error(transparent)]
    Rejected(#[from] AnswerError),
    /// The guest has answered since the form was opened.
    #[error("the guest has answered meanwhile")]
    Changed,
    /// Something else failed.
    #[error(transparent)]
    Failure(#[from] Failure),
}

/// Takes the answer of a guest. The same answer twice is one answer: no second entry, no second mail.
pub async fn answer(
    desk: &Desk,
    permit: &Permit<act::AnswerInvitation>,
    guest: GuestId,
    input: &AnswerInput,
) -> Result<Standing, AnswerFailure> {
    permit.must_be_of(guest)?;
    let tx = desk.open(permit).await?;
    take_answer(tx, desk, guest, input, By::Guest).await
}
