//! What is held about somebody as a file for machines (GDPR, article 20).

use domain::{Locale, people::EmailAddress};
use serde_json::{Value, json};
use words::{Words, machine_time, replies};

use super::{Holding, OwnData};

/// The form of the file; its schema is `docs/own-data.schema.json`.
const FORMAT: &str = "einlass-own-data/1";

impl OwnData {
    /// The file. Times are RFC 3339 in UTC; what an organiser wrote is in the reader's language.
    pub fn to_json(&self, locale: Locale) -> Value {
        let words = Words(locale);
        let events = self.holdings.iter().map(|holding| event(words, holding));
        json!({
            "format": FORMAT,
            "controller": self.organiser,
            "person": self.person.to_string(),
            "objects_to_mailings_since": self.objects_since.map(time),
            "events": events.collect::<Vec<_>>(),
        })
    }
}

fn time(at: domain::Instant) -> String {
    machine_time(at, "UTC")
}

fn event(words: Words, holding: &Holding) -> Value {
    let (event, guest) = (&holding.event, &holding.guest);
    let details = &guest.file.details;
    let said = replies(
        words,
        &event.questions,
        &holding.replies,
        &event.schedule.zone,
    );
    let said = said
        .into_iter()
        .map(|(question, reply)| json!({ "question": question, "reply": reply }));
    let mails = holding.mails.iter().map(|mail| {
        json!({ "kind": mail.kind, "written": time(mail.queued_at), "sent": mail.sent_at.map(time) })
    });
    let deeds = holding.deeds.iter().map(
        |deed| json!({ "at": time(deed.at), "by": deed.actor_kind.code(), "action": deed.action }),
    );
    json!({
        "event": event.title(words.0),
        "starts": time(event.schedule.starts_at),
        "deleted_after": time(event.delete_after),
        "listed": time(guest.listed_at),
        "standing": guest.standing().code(),
        "answered": guest.answered_at().map(time),
        "salutation": details.salutation.code(),
        "honorific_prefix": details.title_before,
        "given_name": details.given_name,
        "family_name": details.family_name,
        "honorific_suffix": details.title_after,
        "email": details.email.as_ref().map(EmailAddress::as_str),
        "phone": details.phone,
        "organization": details.company,
        "organization_title": details.position,
        "language": details.language.map(Locale::tag),
        "places": guest.places,
        "companions": guest.file.answers.companions,
        "message": guest.file.answers.message,
        "replies": said.collect::<Vec<_>>(),
        "workshops": holding.workshops,
        "tags": holding.tags,
        "mails": mails.collect::<Vec<_>>(),
        "deeds": deeds.collect::<Vec<_>>(),
    })
}
