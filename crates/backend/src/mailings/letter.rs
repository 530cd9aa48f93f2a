//! The text of a mailing.

use domain::{
    Instant, Locale,
    access::act,
    ids::EventId,
    mailings::{Letter, Mailing},
};
use vault::{Place, Sealed};
use words::Words;

use super::sql;
use crate::{Failure, access::Permit, desk::Desk, desk::TenantTx, events, keys};

/// A mailing of an event.
pub struct EventLetter {
    /// Its text: the saved one or the default.
    pub letter: Letter,
    /// When it was last changed; `None` for the default.
    pub changed_at: Option<Instant>,
    /// When a test of the present text was last sent.
    pub tested_at: Option<Instant>,
}

/// A mailing as every event starts with it.
pub fn default_letter(mailing: Mailing) -> Letter {
    let text = |locale: Locale, part: &str| {
        let name = |german: &str, english: &str| match locale {
            Locale::De => format!("{{{german}}}"),
            Locale::En => format!("{{{english}}}"),
        };
        Words(locale).with(
            &format!("letter-{}-{part}", mailing.code()),
            [
                ("salutation", name("anrede", "salutation").into()),
                ("event", name("veranstaltung", "event").into()),
                ("when", name("wann", "when").into()),
                ("place", name("ort", "place").into()),
                ("deadline", name("frist", "deadline").into()),
                ("link", name("link", "link").into()),
            ],
        )
    };
    Letter {
        subject_de: text(Locale::De, "subject"),
        text_de: text(Locale::De, "text"),
        subject_en: text(Locale::En, "subject"),
        text_en: text(Locale::En, "text"),
    }
}

/// A mailing of an event.
pub async fn letter(
    desk: &Desk,
    permit: &Permit<act::SendMailings>,
    event: EventId,
    mailing: Mailing,
) -> Result<EventLetter, Failure> {
    let mut tx = desk.read(permit).await?;
    events::sql::load(&mut tx, event).await?;
    load(&mut tx, event, mailing).await
}

pub(super) async fn load(
    tx: &mut TenantTx,
    event: EventId,
    mailing: Mailing,
) -> Result<EventLetter, Failure> {
    let Some(row) = sql::of_event(tx, event, mailing).await? else {
        return Ok(EventLetter {
            letter: default_letter(mailing),
            changed_at: None,
            tested_at: None,
        });
    };
    let key = keys::of(tx, event.uuid()).await?;
    let letter = key.open(place(event, mailing), &Sealed::from_bytes(row.sealed))?;
    Ok(EventLetter {
        letter,
        changed_at: Some(Instant(row.changed_at)),
        tested_at: row.tested_at.map(Instant),
    })
}

pub(super) fn place(event: EventId, mailing: Mailing) -> Place {
    let table = match mailing {
        Mailing::Invitation => "mailings",
        Mailing::SaveTheDate => "mailings.save-the-date",
        Mailing::Reminder => "mailings.reminder",
        Mailing::Thanks => "mailings.thanks",
    };
    Place::row(table, event.bytes())
}
