//! The mail after an answer.

use domain::{
    Locale,
    events::Event,
    guests::{Guest, Standing},
    mailings::LetterKind,
};
use vault::PersonKey;
use words::Words;

use crate::{
    Failure,
    desk::{Change, Desk, TenantTx},
    guests,
    mails::{self, Composition, NewMail, calendar_of, compose},
    routing, tenants, workshops,
};

/// What the mail says.
pub(in crate::registrations) enum Says<'a> {
    /// The answer was taken.
    Answer,
    /// There is no place for the guest; with a word to it, which may be empty.
    Refusal(&'a str),
    /// Somebody registered with an address that is on the list already.
    AlreadyListed,
    /// Somebody asked for the link.
    Asked,
}

/// The kind of the mail, its text, and the word on its button.
fn letter_of(says: &Says<'_>, guest: &Guest) -> (LetterKind, &'static str, &'static str) {
    let (kind, letter) = match (says, guest.standing()) {
        (_, Standing::Unconfirmed) if guest.requested_at.is_some() => {
            (LetterKind::Confirmation, "letter-confirm-request")
        }
        (_, Standing::Unconfirmed) if guest.places == 0 => {
            (LetterKind::Confirmation, "letter-confirm-waiting")
        }
        (_, Standing::Unconfirmed) => (LetterKind::Confirmation, "letter-confirm"),
        (Says::Asked, _) => (LetterKind::Confirmation, "letter-link"),
        (_, Standing::Requested) => (LetterKind::Confirmation, "letter-requested"),
        (_, Standing::Refused) => (LetterKind::Cancellation, "letter-refused"),
        (_, Standing::Maybe) => (LetterKind::Confirmation, "letter-maybe"),
        (_, Standing::Waiting) => (LetterKind::Confirmation, "letter-waiting"),
        (_, Standing::Offered) => (LetterKind::Offer, "letter-offered"),
        (_, Standing::Lapsed) => (LetterKind::Offer, "letter-lapsed"),
        (Says::AlreadyListed, _) => (LetterKind::Confirmation, "letter-already"),
        (Says::Answer | Says::Refusal(_), Standing::Accepted) => {
            (LetterKind::Confirmation, "letter-accepted")
        }
        (Says::Answer | Says::Refusal(_), _) => (LetterKind::Cancellation, "letter-declined"),
    };
    let button = match guest.standing() {
        Standing::Unconfirmed if guest.requested_at.is_some() => "mail-button-confirm-request",
        Standing::Unconfirmed => "mail-button-confirm",
        Standing::Offered => "mail-button-offer",
        _ => "mail-button-own-page",
    };
    (kind, letter, button)
}

/// Queues the mail that follows an answer or a registration, with the personal link and, for a yes, a calendar file.
pub(in crate::registrations) async fn queue(
    tx: &mut TenantTx,
    desk: &Desk,
    event: &Event,
    guest: &Guest,
    key: &PersonKey,
    says: Says<'_>,
    dedupe_key: String,
) -> Result<(), Failure> {
    let generation = guests::people::link_generation(tx, guest.id).await?;
    let token = routing::sql::add_link(tx, guest.id, generation).await?;
    let link = format!("{}/m/{}", desk.settings().base_url, token.expose());
    let locale = guest.file.details.language.unwrap_or(Locale::De);
    let (kind, letter, button) = letter_of(&says, guest);
    let words = Words(locale);
    let organiser = tenants::profile(tx).await?.name;
    let until = guest.held_until.or(guest.offered_until);
    let until = until.map_or(String::new(), |until| {
        let until = words::show(locale, until, &event.schedule.zone);
        words.with(
            "mail-when-short",
            [("date", until.date.into()), ("time", until.time.into())],
        )
    });
    let word = match says {
        // Brackets in it are no variables.
        Says::Refusal(word) => word.replace('{', "{{"),
        _ => String::new(),
    };
    let text = words.with(
        &format!("{letter}-text"),
        [
            ("salutation", "{anrede}".into()),
            ("event", "{veranstaltung}".into()),
            ("when", "{wann}".into()),
            ("place", "{ort}".into()),
            ("link", "{link}".into()),
            ("until", until.into()),
            ("places", guest.places.into()),
            ("companions", (guest.places.saturating_sub(1)).into()),
            (
                "workshops",
                workshops_of(tx, event, guest, words).await?.into(),
            ),
            ("word", word.into()),
        ],
    );
    // Without workshops, or without a word, that paragraph is empty.
    let text = text.replace("\n\n\n\n", "\n\n");
    let coming = guest.standing() == Standing::Accepted;
    let mail = compose(Composition {
        locale,
        subject: &words.with(
            &format!("{letter}-subject"),
            [("event", "{veranstaltung}".into())],
        ),
        text: &text,
        event,
        organiser: &organiser,
        details: &guest.file.details,
        link: &link,
        button,
        calendar: coming.then(|| calendar_of(event, locale, &link, tx.now())),
        objection: None,
    });
    let new = NewMail {
        subject: guest.person.uuid(),
        key,
        event: Some(event.id),
        guest: Some(guest.id),
        kind,
        dedupe_key,
        mail,
    };
    mails::queue(tx, new).await?;
    Ok(())
}

/// The workshops that a guest has chosen, a line for each, under a heading; empty without any.
async fn workshops_of(
    tx: &mut TenantTx,
    event: &Event,
    guest: &Guest,
    words: Words,
) -> Result<String, Failure> {
    let mut names = workshops::names_within(tx, &event.programme, &[guest.id], words.0).await?;
    let names = names.remove(&guest.id).unwrap_or_default();
    if names.is_empty() {
        return Ok(String::new());
    }
    let lines = [vec![words.get("mail-workshops")], names].concat();
    // Brackets in it are no variables.
    Ok(lines.join("\n").replace('{', "{{"))
}

/// Queues the mail when nothing else happens with the guest, and has the log tell that the link went out.
pub(super) async fn send_alone(
    mut tx: TenantTx,
    desk: &Desk,
    event: &Event,
    guest: &Guest,
    key: &PersonKey,
    says: Says<'_>,
    dedupe_key: String,
) -> Result<(), Failure> {
    queue(&mut tx, desk, event, guest, key, says, dedupe_key).await?;
    let change = Change::new("guest.link_sent", guest.id, guest.person.uuid(), key)
        .of_event(event.id)
        .of_guest(guest.id);
    tx.commit(change).await?;
    desk.mail_bell.notify_one();
    Ok(())
}
