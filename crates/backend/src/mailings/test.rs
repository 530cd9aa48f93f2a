//! A test to oneself.

use domain::{
    Locale,
    access::act,
    ids::{EventId, GuestId},
    mailings::{LetterKind, Mailing},
};

use super::{letter, preview::write, sql};
use crate::{
    Failure,
    access::Permit,
    accounts::Session,
    desk::{Change, Desk},
    events, guests,
    mails::{self, NewMail},
};

/// Sends the saved mailing, written for `guest` in a language, to the organiser who asks. What is written for a guest is
/// sealed under the guest's key, so that it goes with the guest.
pub async fn send_test(
    desk: &Desk,
    permit: &Permit<act::SendMailings>,
    session: &Session,
    event: EventId,
    mailing: Mailing,
    guest: Option<GuestId>,
    locale: Locale,
) -> Result<(), Failure> {
    let mut tx = desk.open(permit).await?;
    let user = permit.who().user().ok_or(Failure::NotFound)?;
    let saved = letter::load(&mut tx, event, mailing).await?;
    let (_, event_key) = events::sql::load(&mut tx, event).await?;
    let shown = match guest {
        Some(guest) => Some(guests::sql::load(&mut tx, guest).await?),
        None => None,
    };
    if shown
        .as_ref()
        .is_some_and(|(guest, _)| guest.event != event)
    {
        return Err(Failure::NotFound);
    }
    let mut details = shown.as_ref().map_or_else(
        || domain::people::Details {
            given_name: session.name.clone(),
            ..Default::default()
        },
        |(guest, _)| guest.file.details.clone(),
    );
    details.email = session.email.parse().ok();
    let letter = &saved.letter;
    let base = &desk.settings().base_url;
    let mut mail = write(&mut tx, event, mailing, letter, &details, locale, base).await?;
    mail.subject = format!("[Test] {}", mail.subject);
    mail.to_name.clone_from(&session.name);
    // The link of the example leads nowhere.
    mail.objection = None;
    let dedupe_key = format!("test:{}", tx.make_uuid());
    let (subject, key) = shown
        .as_ref()
        .map_or((event.uuid(), &event_key), |(guest, key)| {
            (guest.person.uuid(), key)
        });
    let new = NewMail {
        subject,
        key,
        event: Some(event),
        guest,
        kind: LetterKind::Test,
        dedupe_key,
        mail,
    };
    mails::queue(&mut tx, new).await?;
    sql::set_tested(&mut tx, event, mailing).await?;
    tx.commit(Change::new("invitation.tested", user, event.uuid(), &event_key).of_event(event))
        .await?;
    desk.mail_bell.notify_one();
    Ok(())
}
