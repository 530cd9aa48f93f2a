//! Answering an invitation, changing the answer, cancelling.

use domain::{
    Instant, Locale,
    access::act,
    events::Event,
    fields::{FieldError, optional_text},
    guests::{Answers, Guest, GuestFile, Standing},
    ids::GuestId,
    people::Details,
    questions::{RawReplies, Reply},
    registrations::{Answer, AnswerError, decide, places_of},
    workshops::{Party, Wishes},
};

use super::{
    confirmation::{self, Says},
    noted::{action_of, fields_of, special_changed},
};
use crate::{
    Failure,
    access::{Permit, Who},
    desk::{Change, Desk, TenantTx},
    events, guests, replies,
    workshops::{self, Picks},
};

/// What a guest enters.
#[derive(Clone, Default)]
pub struct AnswerInput {
    /// Yes or no.
    pub accepts: bool,
    /// With a yes: whether there was no place left, and to wait for one is meant.
    pub waits: bool,
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
    let had = replies::load(&mut tx, guest).await?;
    let given = given(&event, &before, &had.replies, input, tx.now());
    let Given { file, mut special } = given.map_err(AnswerFailure::Invalid)?;
    let said = said(input, &file);
    let change = decide(&event, &before, said, tx.now())?;
    let mut after = answered(&before, said, file, tx.now());
    let same = after.file == before.file
        && special == had.replies
        && after.standing() == before.standing();
    let has_workshops = !event.programme.workshops.is_empty();
    if same && !has_workshops {
        return Ok(after.standing());
    }
    // Whoever waits holds the event, too: replies are divided by its questions as they are then.
    let holds = change != 0 || matches!(said, Answer::Wait { .. }) || has_workshops;
    if holds && !events::sql::take_places(&mut tx, event.id, change).await? {
        let left = event.places_free().unwrap_or(0);
        return Err(AnswerError::Full { left }.into());
    }
    let picks = choose(&mut tx, &event, &before, &after, &input.workshops).await?;
    if same && picks.are_same() {
        return Ok(after.standing());
    }
    divide_again(&mut tx, &event, &mut after.file.replies, &mut special).await?;
    let sealed = key.seal(guests::place(guest), &after.file).into_bytes();
    if !guests::sql::set_answer(&mut tx, &after, sealed, before.places).await? {
        // Somebody answered with the same link at the same time and won; nothing of this answer is kept.
        return Err(AnswerError::Full { left: 0 }.into());
    }
    picks.keep(&mut tx, &after).await?;
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
    let mut fields = fields_of(&event, &before, &after);
    if special != had.replies {
        fields.push(special_changed());
    }
    fields.extend(picks.change(&event));
    let entry = Change::new(
        action_of(&before, &after),
        guest,
        before.person.uuid(),
        &key,
    )
    .of_event(event.id)
    .of_guest(guest)
    .with(fields);
    let noted = tx.note(entry).await?;
    replies::keep(&mut tx, guest, had, &special, noted.entry()).await?;
    tx.commit_noted(noted).await?;
    desk.mail_bell.notify_one();
    if change < 0 || after.standing() == Standing::Waiting || !picks.are_same() {
        desk.places_bell.notify_one();
    }
    Ok(after.standing())
}

/// The workshops that go with an answer.
async fn choose(
    tx: &mut TenantTx,
    event: &Event,
    before: &Guest,
    after: &Guest,
    wishes: &Wishes,
) -> Result<Picks, AnswerFailure> {
    let party = Party {
        before: before.places,
        now: after.places,
    };
    let picks = workshops::choose(tx, event, before.id, party, wishes).await?;
    picks.map_err(AnswerFailure::Invalid)
}

fn said(input: &AnswerInput, file: &GuestFile) -> Answer {
    let companions = u32::try_from(file.answers.companions.len()).unwrap_or(u32::MAX);
    match (input.accepts, input.waits) {
        (true, false) => Answer::Accept { companions },
        (true, true) => Answer::Wait { companions },
        (false, _) => Answer::Decline,
    }
}

/// Divides replies by the questions as they are now that places were taken: whoever changed them meanwhile has ended, and
/// once somebody has places no category changes any more.
pub(super) async fn divide_again(
    tx: &mut TenantTx,
    event: &Event,
    replies: &mut Vec<Reply>,
    special: &mut Vec<Reply>,
) -> Result<(), Failure> {
    if replies.is_empty() && special.is_empty() {
        return Ok(());
    }
    let (event, _) = events::sql::load(tx, event.id).await?;
    let all = [std::mem::take(replies), std::mem::take(special)].concat();
    (*replies, *special) = event.questions.divide(all);
    Ok(())
}

/// What a guest gave: the file, and what is kept apart from it.
struct Given {
    file: GuestFile,
    special: Vec<Reply>,
}

fn given(
    event: &Event,
    before: &Guest,
    special: &[Reply],
    input: &AnswerInput,
    now: Instant,
) -> Result<Given, Vec<FieldError>> {
    let mut errors = Vec::new();
    let replies = if input.accepts {
        let had = [before.file.replies.as_slice(), special].concat();
        let language = input.language.unwrap_or_default();
        let checked = event.questions.check(&input.replies, &had, language, now);
        checked.unwrap_or_else(|wrong| {
            errors = wrong;
            Vec::new()
        })
    } else {
        Vec::new()
    };
    let file = file_of(before, input);
    errors.splice(0..0, file.as_ref().err().cloned().unwrap_or_default());
    match file {
        Ok(file) if errors.is_empty() => {
            let (replies, special) = event.questions.divide(replies);
            let file = GuestFile { replies, ..file };
            Ok(Given { file, special })
        }
        _ => Err(errors),
    }
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
            replies: Vec::new(),
        })
    } else {
        Err(errors)
    }
}

fn answered(before: &Guest, said: Answer, file: GuestFile, now: Instant) -> Guest {
    let mut after = Guest {
        file,
        places: places_of(said),
        held_until: None,
        waiting_since: None,
        offered_until: None,
        ..before.clone()
    };
    match said {
        Answer::Wait { .. } => {
            let keeps_place = before.standing() == Standing::Waiting;
            after.waiting_since = before.waiting_since.filter(|_| keeps_place).or(Some(now));
            after.accepted_at = None;
            after.declined_at = None;
            after.cancelled_at = None;
        }
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
