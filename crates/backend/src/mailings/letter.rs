//! The text of an event's invitation.

use domain::{Instant, Locale, access::act, ids::EventId, mailings::Letter};
use vault::{Place, Sealed};
use words::Words;

use super::sql;
use crate::{Failure, access::Permit, desk::Desk, desk::TenantTx, events, keys};

/// The invitation of an event.
pub struct InvitationLetter {
    /// Its text: the saved one or the default.
    pub letter: Letter,
    /// When it was last changed; `None` for the default.
    pub changed_at: Option<Instant>,
    /// When a test of the present text was last sent.
    pub tested_at: Option<Instant>,
}

/// The invitation as every event starts with it.
pub fn default_letter() -> Letter {
    let text = |locale: Locale, key: &str| {
        let name = |german: &str, english: &str| match locale {
            Locale::De => format!("{{{german}}}"),
            Locale::En => format!("{{{english}}}"),
        };
        Words(locale).with(
            key,
            [
                ("salutation", name("anrede", "salutation").into()),
                ("event", name("veranstaltung", "event").into()),
                ("when", name("wann", "when").into()),
                ("place", name("ort", "place").into()),
                ("link", name("link", "link").into()),
            ],
        )
    };
    Letter {
        subject_de: text(Locale::De, "letter-invitation-subject"),
        text_de: text(Locale::De, "letter-invitation-text"),
        subject_en: text(Locale::En, "letter-invitation-subject"),
        text_en: text(Locale::En, "letter-invitation-text"),
    }
}

/// The invitation of an event.
pub async fn letter(
    desk: &Desk,
    permit: &Permit<act::SendMailings>,
    event: EventId,
) -> Result<InvitationLetter, Failure> {
    let mut tx = desk.read(permit).await?;
    events::sql::load(&mut tx, event).await?;
    load(&mut tx, event).await
}

pub(super) async fn load(tx: &mut TenantTx, event: EventId) -> Result<InvitationLetter, Failure> {
    let Some(row) = sql::of_event(tx, event).await? else {
        return Ok(InvitationLetter {
            letter: default_letter(),
            changed_at: None,
            tested_at: None,
        });
    };
    let key = keys::of(tx, event.uuid()).await?;
    let letter = key.open(place(event), &Sealed::from_bytes(row.sealed))?;
    Ok(InvitationLetter {
        letter,
        changed_at: Some(Instant(row.changed_at)),
        tested_at: row.tested_at.map(Instant),
    })
}

pub(super) fn place(event: EventId) -> Place {
    Place::row("mailings", event.bytes())
}
