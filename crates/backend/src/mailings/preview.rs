//! A mailing as a named guest will see it.

use domain::{
    Locale,
    access::act,
    ids::{EventId, GuestId},
    mailings::{Letter, Mailing},
    people::Details,
};

use crate::{
    Failure,
    access::Permit,
    desk::{Desk, TenantTx},
    events, guests,
    mails::{Composition, Mail, compose},
    objections, tenants,
};

/// Writes `letter` (saved or not) to a guest of the event, or to an example when there is none. The link in it leads
/// nowhere: only the mail itself carries the real one.
pub async fn preview(
    desk: &Desk,
    permit: &Permit<act::SendMailings>,
    event: EventId,
    mailing: Mailing,
    letter: &Letter,
    guest: Option<GuestId>,
    locale: Locale,
) -> Result<Mail, Failure> {
    let mut tx = desk.read(permit).await?;
    let details = match guest {
        Some(guest) => {
            let (guest, _) = guests::sql::load(&mut tx, guest).await?;
            if guest.event != event {
                return Err(Failure::NotFound);
            }
            guest.file.details
        }
        None => example(),
    };
    let base = &desk.settings().base_url;
    write(&mut tx, event, mailing, letter, &details, locale, base).await
}

/// Where the link of a mailing leads: to the answer, or to the own page of who came.
pub(super) fn link_of(mailing: Mailing, base: &str, token: &str) -> String {
    let page = if mailing == Mailing::Thanks { "m" } else { "i" };
    format!("{base}/{page}/{token}")
}

/// What stands on the button that leads there.
pub(super) const fn button_of(mailing: Mailing) -> &'static str {
    match mailing {
        Mailing::Thanks => "mail-button-own-page",
        _ => "mail-button-answer",
    }
}

/// Writes a mailing for somebody, with links that lead nowhere.
pub(super) async fn write(
    tx: &mut TenantTx,
    event: EventId,
    mailing: Mailing,
    letter: &Letter,
    details: &Details,
    locale: Locale,
    base: &str,
) -> Result<Mail, Failure> {
    let (event, _) = events::sql::load(tx, event).await?;
    let organiser = tenants::profile(tx).await?.name;
    let (subject, text) = letter.in_language(locale);
    Ok(compose(Composition {
        locale,
        subject,
        text,
        event: &event,
        organiser: &organiser,
        details,
        link: &link_of(mailing, base, "…"),
        button: button_of(mailing),
        calendar: None,
        objection: Some(objections::address(base, "…")),
    }))
}

fn example() -> Details {
    Details {
        given_name: "Anna".to_owned(),
        family_name: "Huber".to_owned(),
        ..Details::default()
    }
}
