//! Asking for the link to what is held about oneself.

use domain::{Instant, Locale, access::act, ids::GuestId, mailings::LetterKind};
use words::Words;

use super::proof;
use crate::{
    Failure,
    access::Permit,
    desk::{Change, Desk},
    events, guests,
    mails::{self, Composition, NewMail, compose},
    routing, tenants,
};

/// Another mail is sent after so long.
const PAUSE_MS: i64 = 10 * Instant::MINUTE_MS;

/// Mails the link to what is held about the guest, unless it was sent just now; false for a guest without an address.
pub async fn ask(
    desk: &Desk,
    permit: &Permit<act::SeeOwnData>,
    guest: GuestId,
) -> Result<bool, Failure> {
    permit.must_be_of(guest)?;
    let mut tx = desk.open(permit).await?;
    let (guest, key) = guests::sql::load_for_change(&mut tx, guest).await?;
    if guest.file.details.email.is_none() {
        return Ok(false);
    }
    let since = tx.now().plus_ms(-PAUSE_MS);
    let kinds = [LetterKind::OwnData.code(), ""];
    if mails::sql::was_written_to(&mut tx, guest.id, kinds, since).await? {
        return Ok(true);
    }
    let (event, _) = events::sql::load(&mut tx, guest.event).await?;
    let generation = guests::people::link_generation(&mut tx, guest.id).await?;
    let token = routing::sql::add_link(&mut tx, guest.id, generation).await?;
    let proof = proof::make(&mut tx, guest.id).await?;
    let link = format!(
        "{}/m/{}/data/{proof}",
        desk.settings().base_url,
        token.expose()
    );
    let locale = guest.file.details.language.unwrap_or(Locale::De);
    let words = Words(locale);
    let organiser = tenants::profile(&mut tx).await?.name;
    let facts = [
        ("salutation", "{anrede}".into()),
        // Brackets in it are no variables.
        ("organiser", organiser.replace('{', "{{").into()),
        ("link", "{link}".into()),
    ];
    let mail = compose(Composition {
        locale,
        subject: &words.get("letter-own-data-subject"),
        text: &words.with("letter-own-data-text", facts),
        event: &event,
        organiser: &organiser,
        details: &guest.file.details,
        link: &link,
        button: "mail-button-own-data",
        calendar: None,
        objection: None,
    });
    let new = NewMail {
        subject: guest.person.uuid(),
        key: &key,
        event: Some(event.id),
        guest: Some(guest.id),
        kind: LetterKind::OwnData,
        dedupe_key: format!("own-data:{}:{}", guest.id, tx.now().0),
        mail,
    };
    mails::queue(&mut tx, new).await?;
    let change = Change::new("guest.data_asked", guest.id, guest.person.uuid(), &key)
        .of_event(event.id)
        .of_guest(guest.id);
    tx.commit(change).await?;
    desk.mail_bell.notify_one();
    Ok(true)
}
