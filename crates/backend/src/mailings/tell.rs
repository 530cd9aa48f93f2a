//! Telling guests what changed.

use domain::{
    Instant, Locale,
    access::act,
    events::Event,
    fields::{FieldError, optional_text},
    guests::{Guest, Standing},
    ids::{EventId, GuestId},
    mailings::News,
};
use vault::PersonKey;
use words::Words;

use crate::{
    Failure,
    access::Permit,
    desk::{Change, Desk, Noted, TenantTx},
    events, guests,
    mails::{self, Composition, NewMail, calendar_of, compose},
    routing, tenants,
};

/// Why guests are not told.
#[derive(Debug, thiserror::Error)]
pub enum TellError {
    /// The word that goes with it is wrong.
    #[error("the text is wrong")]
    Invalid(Vec<FieldError>),
    /// There is something else to tell by now.
    #[error("there is something else to tell by now")]
    Other,
    /// Something else failed.
    #[error(transparent)]
    Failure(#[from] Failure),
}

/// Guests per transaction.
const BATCH: i64 = 500;

/// What there is to tell about an event.
pub struct Untold {
    /// What.
    pub news: News,
    /// How many do not know it yet.
    pub guests: u32,
    /// Names this piece of news: another one has another.
    pub stamp: String,
}

/// What there is to tell about an event; `None` when there is nothing.
pub async fn untold(
    desk: &Desk,
    permit: &Permit<act::SendMailings>,
    event: EventId,
) -> Result<Option<Untold>, Failure> {
    let mut tx = desk.read(permit).await?;
    let (event, _) = events::sql::load(&mut tx, event).await?;
    let Some((news, since)) = News::of(&event, tx.now()) else {
        return Ok(None);
    };
    let count = guests::untold::count(&mut tx, event.id, news.kind(), since).await?;
    Ok(Some(Untold {
        news,
        guests: u32::try_from(count).unwrap_or(u32::MAX),
        stamp: stamp_of(news, since),
    }))
}

fn stamp_of(news: News, since: Instant) -> String {
    format!("{}-{}", news.code(), since.0)
}

/// Writes to everybody who does not know yet what changed, with a word of the organiser; returns to how many. Whoever
/// comes gets the new calendar entry. `seen` is the [`Untold::stamp`] for which the word was written. Sent twice, or broken off and sent again, each guest gets one mail.
pub async fn tell(
    desk: &Desk,
    permit: &Permit<act::SendMailings>,
    event: EventId,
    seen: &str,
    message: &str,
) -> Result<u32, TellError> {
    let mut errors = Vec::new();
    let message = optional_text("message", message, News::MESSAGE_LENGTH_MAX, &mut errors);
    if !errors.is_empty() {
        return Err(TellError::Invalid(errors));
    }
    let (mut told, mut after) = (0, None);
    loop {
        let mut tx = desk.open(permit).await?;
        let (event, _) = events::sql::load(&mut tx, event).await?;
        let Some((news, since)) = News::of(&event, tx.now()) else {
            break;
        };
        if stamp_of(news, since) != seen {
            return Err(TellError::Other);
        }
        let kind = news.kind();
        let rows = guests::untold::next(&mut tx, event.id, kind, since, after, BATCH).await?;
        let Some(last) = rows.last() else { break };
        after = Some(GuestId::from_uuid(last.id));
        let organiser = tenants::profile(&mut tx).await?.name;
        let mut noted = None;
        for row in rows {
            let (guest, key) = guests::open(&mut tx, row).await?;
            let with = Told {
                event: &event,
                news,
                since: since.0,
                organiser: &organiser,
                message: &message,
            };
            if let Some(note) = write_to(&mut tx, desk, &with, &guest, &key).await? {
                told += 1;
                noted = Some(note);
            }
        }
        if let Some(noted) = noted {
            tx.commit_noted(noted).await?;
        }
    }
    desk.mail_bell.notify_one();
    Ok(told)
}

/// What is told.
struct Told<'a> {
    event: &'a Event,
    news: News,
    since: i64,
    organiser: &'a str,
    message: &'a str,
}

async fn write_to(
    tx: &mut TenantTx,
    desk: &Desk,
    with: &Told<'_>,
    guest: &Guest,
    key: &PersonKey,
) -> Result<Option<Noted>, Failure> {
    let generation = guests::people::link_generation(tx, guest.id).await?;
    let token = routing::sql::add_link(tx, guest.id, generation).await?;
    let comes = guest.standing() == Standing::Accepted;
    let page = if comes { "m" } else { "i" };
    let link = format!("{}/{page}/{}", desk.settings().base_url, token.expose());
    let locale = guest.file.details.language.unwrap_or(Locale::De);
    let letter = format!("letter-{}", with.news.kind().code());
    let mail = compose(Composition {
        locale,
        subject: &Words(locale).with(
            &format!("{letter}-subject"),
            [("event", "{veranstaltung}".into())],
        ),
        text: &text_of(locale, &letter, with.message),
        event: with.event,
        organiser: with.organiser,
        details: &guest.file.details,
        link: &link,
        button: if comes {
            "mail-button-own-page"
        } else {
            "mail-button-answer"
        },
        calendar: comes.then(|| calendar_of(with.event, locale, &link, tx.now())),
        objection: None,
    });
    let new = NewMail {
        subject: guest.person.uuid(),
        key,
        event: Some(with.event.id),
        guest: Some(guest.id),
        kind: with.news.kind(),
        dedupe_key: format!("{}:{}:{}", with.news.code(), guest.id, with.since),
        mail,
    };
    if !mails::queue(tx, new).await? {
        return Ok(None);
    }
    let change = Change::new("guest.told", guest.id, guest.person.uuid(), key)
        .of_event(with.event.id)
        .of_guest(guest.id);
    Ok(Some(tx.note(change).await?))
}

/// The letter with the organiser's word in it. Brackets in that word are no variables.
fn text_of(locale: Locale, letter: &str, message: &str) -> String {
    let text = Words(locale).with(
        &format!("{letter}-text"),
        [
            ("salutation", "{anrede}".into()),
            ("event", "{veranstaltung}".into()),
            ("when", "{wann}".into()),
            ("place", "{ort}".into()),
            ("link", "{link}".into()),
            ("message", message.replace('{', "{{").into()),
        ],
    );
    // Without a word its paragraph is empty.
    text.replace("\n\n\n\n", "\n\n")
}
