//! Registering for an open event.

use domain::{
    Instant, Locale,
    access::act,
    events::{Admission, Event},
    fields::{FieldError, optional_text},
    guests::{Answers, Guest, GuestFile},
    ids::{EventId, GuestId, PersonId},
    people::{Details, EmailAddress, RawDetails},
    questions::{RawReplies, Reply},
    registrations::{Answer, AnswerError, decide, held_until, places_of},
    workshops::{Group, Wishes},
};
use uuid::Uuid;
use vault::PersonKey;

use super::{
    confirmation::{self, Says},
    noted::{replies_changed, special_changed},
    remind::remind,
    take_answer::{as_held, divide_again},
};
use crate::{
    Failure,
    access::Permit,
    chance::make_uuid,
    desk::{Change, Desk, FieldChange, TenantTx},
    events,
    guests::{self, sql::NewGuestRow},
    replies::{self, Special},
    workshops,
};

/// What somebody enters who registers.
#[derive(Clone, Default)]
pub struct RegisterInput {
    /// Name and address.
    pub details: RawDetails,
    /// Names of the companions, as many as come; a name may be empty.
    pub companions: Vec<String>,
    /// Whether there was no place left, and to wait for one is meant.
    pub waits: bool,
    /// Replies to the event's questions.
    pub replies: RawReplies,
    /// Workshops.
    pub workshops: Wishes,
    /// The language in which the form was read.
    pub language: Locale,
    /// Random key of the form: sent twice, stored once.
    pub request_key: Uuid,
}

/// Why a registration is not taken.
#[derive(Debug, thiserror::Error)]
pub enum RegisterError {
    /// Fields are wrong.
    #[error("fields are wrong")]
    Invalid(Vec<FieldError>),
    /// The rules do not allow it.
    #[error(transparent)]
    Rejected(#[from] AnswerError),
    /// Only invited guests can take part.
    #[error("only invited guests can take part")]
    InvitationOnly,
    /// Something else failed.
    #[error(transparent)]
    Failure(#[from] Failure),
}

/// Registers somebody. The places are held until the address is confirmed by the link in the mail, or for a day; see
/// [`super::confirm`]. Whoever is on the list already gets the same reply here and the personal link by mail, so that
/// nobody learns who else takes part. Whoever waits holds no place and stands in line from now on, once the address is
/// confirmed; likewise who asks for a place that an organiser gives.
pub async fn register(
    desk: &Desk,
    permit: &Permit<act::Register>,
    event: EventId,
    input: &RegisterInput,
) -> Result<(), RegisterError> {
    let mut tx = desk.open(permit).await?;
    let (event, _) = events::sql::load(&mut tx, event).await?;
    if event.admission != Admission::Open {
        return Err(RegisterError::InvitationOnly);
    }
    let (file, mut special) = check(&event, input, tx.now()).map_err(RegisterError::Invalid)?;
    let Some(request_key) = request_key(&mut tx, &event, input, &file).await? else {
        return Ok(());
    };
    let said = said(&event, input, &file);
    let new = newcomer(&event, file, said, tx.now());
    decide(&event, &before(&new), said, tx.now())?;
    // Taken first: whoever waits here for the event's row sees afterwards what the others have written.
    let has_places = events::sql::take_places(&mut tx, event.id, i64::from(new.places)).await?;
    if guests::sql::by_request(&mut tx, event.id, request_key)
        .await?
        .is_some()
    {
        return Ok(());
    }
    if !has_places {
        return Err(AnswerError::Full { left: 0 }.into());
    }
    let event = as_held(&mut tx, event).await?;
    // Before the list is looked at: what is said of a workshop is the same for everybody.
    let group = Group {
        before: 0,
        now: new.places,
    };
    let picks = workshops::choose(&mut tx, &event, new.id, group, &input.workshops).await?;
    let picks = picks.map_err(RegisterError::Invalid)?;
    if let Some(listed) = listed(&mut tx, &new).await? {
        drop(tx);
        return Ok(remind(desk, permit, &event, listed, Says::AlreadyListed).await?);
    }
    let (person, key) = guests::find_or_make_person(&mut tx, &new.file.details).await?;
    let mut guest = Guest { person, ..new };
    divide_again(&mut tx, &event, &mut guest.file.replies, &mut special).await?;
    add(&mut tx, &guest, &key, request_key).await?;
    picks.keep(&mut tx, &guest).await?;
    let dedupe_key = format!("confirm:{}", guest.id);
    confirmation::queue(
        &mut tx,
        desk,
        &event,
        &guest,
        &key,
        Says::Answer,
        dedupe_key,
    )
    .await?;
    let mut fields = fields_of_new(&event, &guest);
    if !special.is_empty() {
        fields.push(special_changed());
    }
    fields.extend(picks.change(&event));
    let change = Change::new("guest.registered", guest.id, person.uuid(), &key)
        .of_event(event.id)
        .of_guest(guest.id)
        .with(fields);
    let noted = tx.note(change).await?;
    let nothing = Special::default();
    replies::keep(&mut tx, guest.id, nothing, &special, noted.entry()).await?;
    tx.commit_noted(noted).await?;
    desk.mail_bell.notify_one();
    Ok(())
}

/// Who is on the list of the event with this address.
async fn listed(tx: &mut TenantTx, new: &Guest) -> Result<Option<GuestId>, Failure> {
    let email = new.file.details.email.as_ref();
    let email = email.expect("a registration has an address since it was checked");
    let index = tx.keys.blind_index("people.email", &email.normalised());
    let listed = guests::sql::by_email(tx, new.event, index.as_bytes()).await?;
    Ok(listed.map(|(guest, _)| guest.id))
}

fn said(event: &Event, input: &RegisterInput, file: &GuestFile) -> Answer {
    let companions = u32::try_from(file.answers.companions.len()).unwrap_or(u32::MAX);
    if event.rules.by_approval {
        Answer::Request { companions }
    } else if input.waits {
        Answer::Wait { companions }
    } else {
        Answer::Accept { companions }
    }
}

/// What the log keeps of a registration.
fn fields_of_new(event: &Event, guest: &Guest) -> Vec<FieldChange> {
    let mut fields = guests::fields_of(&guest.file);
    if guest.places > 0 {
        fields.push(FieldChange::new("places", "0", guest.places.to_string()));
    }
    fields.extend(replies_changed(event, &[], &guest.file.replies));
    fields
}

/// The key by which this registration is stored once; nothing if it was stored. Whoever goes back to correct the address
/// sends the same form and means another registration.
async fn request_key(
    tx: &mut TenantTx,
    event: &Event,
    input: &RegisterInput,
    file: &GuestFile,
) -> Result<Option<Uuid>, Failure> {
    let Some(guest) = guests::sql::by_request(tx, event.id, input.request_key).await? else {
        return Ok(Some(input.request_key));
    };
    let (before, _) = guests::sql::load(tx, guest).await?;
    let address = |file: &GuestFile| file.details.email.as_ref().map(EmailAddress::normalised);
    let is_same = address(&before.file) == address(file);
    Ok((!is_same).then(|| make_uuid(tx.now())))
}

/// What was entered: the file, and what is kept apart from it.
fn check(
    event: &Event,
    input: &RegisterInput,
    now: Instant,
) -> Result<(GuestFile, Vec<Reply>), Vec<FieldError>> {
    let checked = Details::check(&input.details, true);
    let mut errors = checked.as_ref().err().cloned().unwrap_or_default();
    let companions = input
        .companions
        .iter()
        .enumerate()
        .map(|(at, name)| {
            optional_text(
                &format!("companion-{}", at + 1),
                name,
                Details::NAME_LENGTH_MAX,
                &mut errors,
            )
        })
        .collect();
    let replies = event
        .questions
        .check(&input.replies, &[], input.language, now);
    errors.extend(replies.as_ref().err().cloned().unwrap_or_default());
    match (checked, replies) {
        (Ok(details), Ok(replies)) if errors.is_empty() => {
            let (replies, special) = event.questions.divide(replies);
            let file = GuestFile {
                details: Details {
                    language: Some(input.language),
                    ..details
                },
                answers: Answers {
                    companions,
                    message: String::new(),
                },
                replies,
            };
            Ok((file, special))
        }
        _ => Err(errors),
    }
}

fn newcomer(event: &Event, file: GuestFile, said: Answer, now: Instant) -> Guest {
    Guest {
        id: GuestId::from_uuid(make_uuid(now)),
        event: event.id,
        person: PersonId::from_uuid(make_uuid(now)),
        file,
        companions_max: None,
        places: places_of(said),
        listed_at: now,
        invited_at: None,
        accepted_at: None,
        declined_at: None,
        cancelled_at: None,
        maybe_at: None,
        requested_at: matches!(said, Answer::Request { .. }).then_some(now),
        refused_at: None,
        held_until: Some(held_until(event, now)),
        waiting_since: matches!(said, Answer::Wait { .. }).then_some(now),
        offered_until: None,
    }
}

/// Somebody who has not registered yet.
fn before(new: &Guest) -> Guest {
    Guest {
        places: 0,
        held_until: None,
        waiting_since: None,
        requested_at: None,
        ..new.clone()
    }
}

async fn add(
    tx: &mut TenantTx,
    guest: &Guest,
    key: &PersonKey,
    request_key: Uuid,
) -> Result<(), Failure> {
    let row = NewGuestRow {
        id: guest.id,
        event: guest.event,
        person: guest.person,
        import: None,
        sealed: key.seal(guests::place(guest.id), &guest.file).into_bytes(),
        companions_max: None,
        places: guest.places,
        request_key: Some(request_key),
        accepted_at: None,
        requested_at: guest.requested_at,
        held_until: guest.held_until,
        waiting_since: guest.waiting_since,
        places_wanted: guest.waiting_since.map(|_| guest.places_wanted()),
    };
    guests::sql::add(tx, row).await
}
