//! Answering an invitation, changing the answer, cancelling.

use domain::{
    Locale,
    access::act,
    fields::{FieldError, optional_text},
    guests::{Answers, Guest, GuestFile, Standing},
    ids::GuestId,
    people::Details,
    registrations::{Answer, AnswerError, decide, places_of},
};

use super::confirmation::{self, Says};
use crate::{
    Failure,
    access::{Permit, Who},
    desk::{Change, Desk, FieldChange},
    events, guests,
};

/// What a guest enters.
#[derive(Clone, Default)]
pub struct AnswerInput {
    /// Yes or no.
    pub accepts: bool,
    /// First name, if changed; the address stays the one that was invited.
    pub given_name: Option<String>,
    /// Last name, if changed.
    pub family_name: Option<String>,
    /// Names of the companions, as many as come; a name may be empty.
    pub companions: Vec<String>,
    /// A word to the organiser.
    pub message: String,
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
    /// Something else failed.
    #[error(transparent)]
    Failure(#[from] Failure),
}

const MESSAGE_LENGTH_MAX: usize = 1_000;

/// Takes the answer of a guest. The same answer twice is one answer: no second entry, no second mail.
pub async fn answer(
    desk: &Desk,
    permit: &Permit<act::AnswerInvitation>,
    guest: GuestId,
    input: &AnswerInput,
) -> Result<Standing, AnswerFailure> {
    if permit.who() != Who::Participant(permit.who().tenant(), guest) {
        return Err(Failure::NotFound.into());
    }
    let mut tx = desk.open(permit).await?;
    let (before, key) = guests::sql::load_for_change(&mut tx, guest).await?;
    let (event, _) = events::sql::load(&mut tx, before.event).await?;
    let file = file_of(&before, input).map_err(AnswerFailure::Invalid)?;
    let said = if input.accepts {
        Answer::Accept {
            companions: u32::try_from(file.answers.companions.len()).unwrap_or(u32::MAX),
        }
    } else {
        Answer::Decline
    };
    let change = decide(&event, &before, said, tx.now())?;
    let after = answered(&before, said, file, tx.now());
    if after.standing() == before.standing() && after.file == before.file {
        return Ok(after.standing());
    }
    if change != 0 && !events::sql::take_places(&mut tx, event.id, change).await? {
        let left = event.places_left().unwrap_or(0);
        return Err(AnswerError::Full { left }.into());
    }
    let sealed = key.seal(guests::place(guest), &after.file).into_bytes();
    if !guests::sql::set_answer(&mut tx, &after, sealed, before.places).await? {
        // Somebody answered with the same link at the same time and won; nothing of this answer is kept.
        return Err(AnswerError::Full { left: 0 }.into());
    }
    let dedupe_key = format!("answer:{guest}:{}", tx.make_uuid());
    confirmation::queue(
        &mut tx,
        desk,
        &event,
        &after,
        &key,
        Says::Answer,
        dedupe_key,
    )
    .await?;
    let action = match (before.standing(), after.standing()) {
        (Standing::Accepted, Standing::Accepted) => "guest.changed",
        (_, Standing::Accepted) => "guest.accepted",
        (_, Standing::Cancelled) => "guest.cancelled",
        _ => "guest.declined",
    };
    let mut fields = guests::changes_of(&before.file, &after.file);
    if before.places != after.places {
        fields.push(FieldChange::new(
            "places",
            before.places.to_string(),
            after.places.to_string(),
        ));
    }
    let entry = Change::new(action, guest, before.person.uuid(), &key)
        .of_event(event.id)
        .of_guest(guest)
        .with(fields);
    tx.commit(entry).await?;
    desk.mail_bell.notify_one();
    Ok(after.standing())
}

fn file_of(before: &Guest, input: &AnswerInput) -> Result<GuestFile, Vec<FieldError>> {
    let mut errors = Vec::new();
    let e = &mut errors;
    let name = Details::NAME_LENGTH_MAX;
    let mut details = before.file.details.clone();
    if let Some(given_name) = &input.given_name {
        details.given_name = optional_text("given-name", given_name, name, e);
    }
    if let Some(family_name) = &input.family_name {
        details.family_name = optional_text("family-name", family_name, name, e);
    }
    if details.given_name.is_empty() && details.family_name.is_empty() {
        e.push(FieldError::new(
            "family-name",
            domain::fields::Problem::Missing,
        ));
    }
    details.language = input.language.or(details.language);
    let companions = if input.accepts {
        input.companions.as_slice()
    } else {
        &[]
    };
    let companions = companions
        .iter()
        .enumerate()
        .map(|(at, companion)| optional_text(&format!("companion-{}", at + 1), companion, name, e))
        .collect();
    let message = optional_text("message", &input.message, MESSAGE_LENGTH_MAX, e);
    if errors.is_empty() {
        Ok(GuestFile {
            details,
            answers: Answers {
                companions,
                message,
            },
        })
    } else {
        Err(errors)
    }
}

fn answered(before: &Guest, said: Answer, file: GuestFile, now: domain::Instant) -> Guest {
    let mut after = Guest {
        file,
        places: places_of(said),
        ..before.clone()
    };
    match said {
        Answer::Accept { .. } => {
            after.accepted_at = before
                .accepted_at
                .filter(|_| before.standing() == Standing::Accepted)
                .or(Some(now));
            after.declined_at = None;
            after.cancelled_at = None;
        }
        Answer::Decline => match before.standing() {
            Standing::Accepted => after.cancelled_at = Some(now),
            Standing::Cancelled => {}
            _ => after.declined_at = before.declined_at.or(Some(now)),
        },
    }
    after
}
