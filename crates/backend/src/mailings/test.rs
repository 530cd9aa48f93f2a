//! A test to oneself.

use domain::{
    Locale,
    access::act,
    ids::{EventId, GuestId},
    mailings::LetterKind,
};

use super::{letter, preview::write, sql};
use crate::{
    Failure,
    access::{Permit, Who},
    accounts::Session,
    desk::{Change, Desk},
    events, guests,
    mails::{self, NewMail},
};

/// Sends the saved invitation, written for `guest` in a language, to the organiser who asks.
pub async fn send_test(
    desk: &Desk,
    permit: &Permit<act::SendMailings>,
    session: &Session,
    event: EventId,
    guest: Option<GuestId>,
    locale: Locale,
) -> Result<(), Failure> {
    let mut tx = desk.open(permit).await?;
    let Who::User(_, user, _) = permit.who() else {
        return Err(Failure::NotFound);
    };
    let invitation = letter::load(&mut tx, event).await?;
    let mut details = match guest {
        Some(guest) => {
            let (guest, _) = guests::sql::load(&mut tx, guest).await?;
            if guest.event != event {
                return Err(Failure::NotFound);
            }
            guest.file.details
        }
        None => domain::people::Details {
            given_name: session.name.clone(),
            ..Default::default()
        },
    };
    details.email = session.email.parse().ok();
    let link = format!("{}/i/…", desk.settings().base_url);
    let mut mail = write(&mut tx, event, &invitation.letter, &details, locale, &link).await?;
    mail.subject = format!("[Test] {}", mail.subject);
    mail.to_name.clone_from(&session.name);
    let (_, key) = events::sql::load(&mut tx, event).await?;
    let dedupe_key = format!("test:{}", tx.make_uuid());
    let new = NewMail {
        subject: event.uuid(),
        key: &key,
        event,
        guest: None,
        kind: LetterKind::Test,
        dedupe_key,
        mail,
    };
    mails::queue(&mut tx, new).await?;
    sql::set_tested(&mut tx, event).await?;
    tx.commit(Change::new("invitation.tested", user, event.uuid(), &key).of_event(event))
        .await?;
    desk.mail_bell.notify_one();
    Ok(())
}
