//! Telling guests what became of a workshop that they have chosen.

use domain::{
    Locale,
    access::act,
    events::Event,
    guests::{Guest, Standing},
    ids::GuestId,
    mailings::LetterKind,
    workshops::{Pick, Workshop},
};
use vault::PersonKey;
use words::Words;

use super::{Picks, load::picks_alone, sql};
use crate::{
    Failure,
    access::Permit,
    desk::{Change, Desk, TenantTx},
    events, guests,
    mails::{self, Composition, NewMail, compose},
    routing, tenants,
};

/// What became of a workshop.
#[derive(Clone, Copy)]
pub(super) enum Outcome {
    /// Who waited has a place.
    Given,
    /// It is at another time or place.
    Moved,
    /// It does not take place.
    Off,
}

/// Tells a guest who comes that a workshop was moved or called off; false when the guest knows. What was called off is taken from
/// the guest, whether the guest comes or not.
pub(super) async fn tell(
    desk: &Desk,
    permit: &Permit<act::OfferPlaces>,
    guest: GuestId,
    workshop: u32,
) -> Result<bool, Failure> {
    let mut tx = desk.open(permit).await?;
    let (guest, key) = guests::sql::load_for_change(&mut tx, guest).await?;
    // Whoever has not confirmed hears of it afterwards.
    if guest.standing() == Standing::Unconfirmed {
        return Ok(false);
    }
    let (event, _) = events::sql::load_for_change(&mut tx, guest.event).await?;
    let had = picks_alone(&mut tx, guest.id).await?;
    let known = event.programme.workshop(workshop);
    let is_chosen = had.iter().any(|pick| pick.workshop == workshop);
    let (Some(workshop), true) = (known, is_chosen) else {
        return Ok(false);
    };
    let stays = |pick: &&Pick| !workshop.is_off || pick.workshop != workshop.number;
    let has = had.iter().filter(stays).copied().collect();
    let picks = Picks::of(had, has);
    if !sql::set_told(&mut tx, guest.id, workshop.number).await? {
        return Ok(false);
    }
    picks.keep(&mut tx, &guest).await?;
    let (outcome, action) = if workshop.is_off {
        (Outcome::Off, "guest.workshop_off")
    } else {
        (Outcome::Moved, "guest.told")
    };
    if guest.standing() == Standing::Accepted {
        queue(
            &mut tx,
            desk,
            &event,
            (&guest, &key),
            (workshop, outcome),
            &[],
        )
        .await?;
    }
    let change = Change::new(action, guest.id, guest.person.uuid(), &key)
        .of_event(event.id)
        .of_guest(guest.id)
        .with(picks.change(&event).into_iter().collect());
    tx.commit(change).await?;
    Ok(true)
}

/// Queues the mail, if the guest has an address. `left` are the titles of what the guest lost by it.
pub(super) async fn queue(
    tx: &mut TenantTx,
    desk: &Desk,
    event: &Event,
    (guest, key): (&Guest, &PersonKey),
    (workshop, outcome): (&Workshop, Outcome),
    left: &[String],
) -> Result<(), Failure> {
    let details = &guest.file.details;
    if details.email.is_none() {
        return Ok(());
    }
    let generation = guests::people::link_generation(tx, guest.id).await?;
    let token = routing::sql::add_link(tx, guest.id, generation).await?;
    let link = format!("{}/m/{}", desk.settings().base_url, token.expose());
    let locale = details.language.unwrap_or(Locale::De);
    let words = Words(locale);
    let letter = match outcome {
        Outcome::Given => "letter-workshop-given",
        Outcome::Moved => "letter-workshop-moved",
        Outcome::Off => "letter-workshop-off",
    };
    let change = if event.takes_answers(tx.now()) {
        words.get("letter-workshop-change")
    } else {
        words.get("letter-workshop-look")
    };
    let what = words::workshop_lines(words, workshop, &event.schedule.zone);
    let text = words.with(
        &format!("{letter}-text"),
        [
            ("salutation", "{anrede}".into()),
            ("event", "{veranstaltung}".into()),
            // Brackets in it are no variables.
            ("workshop", what.replace('{', "{{").into()),
            ("left", lost(words, left).replace('{', "{{").into()),
            ("change", change.into()),
            ("link", "{link}".into()),
        ],
    );
    // What there is nothing to say of is empty.
    let text = text.replace("\n\n\n\n", "\n\n").replace("\n\n\n\n", "\n\n");
    let organiser = tenants::profile(tx).await?.name;
    let mail = compose(Composition {
        locale,
        subject: &words.with(
            &format!("{letter}-subject"),
            [("event", "{veranstaltung}".into())],
        ),
        text: &text,
        event,
        organiser: &organiser,
        details,
        link: &link,
        button: "mail-button-own-page",
        calendar: None,
        objection: None,
    });
    let new = NewMail {
        subject: guest.person.uuid(),
        key,
        event: Some(event.id),
        guest: Some(guest.id),
        kind: LetterKind::Workshop,
        dedupe_key: format!("workshop:{}:{}", guest.id, tx.make_uuid()),
        mail,
    };
    mails::queue(tx, new).await?;
    Ok(())
}

/// That other places are free for others now; empty when none was lost.
fn lost(words: Words, left: &[String]) -> String {
    if left.is_empty() {
        return String::new();
    }
    let facts = [
        ("count", left.len().into()),
        ("workshops", left.join(", ").into()),
    ];
    words.with("letter-workshop-left", facts)
}
