//! Sending a mailing.

use domain::{
    Instant, Locale,
    access::act,
    events::{Event, Stage},
    guests::Guest,
    ids::{EventId, GuestId},
    mailings::{Letter, Mailing},
};
use vault::PersonKey;

use super::{
    letter,
    preview::{button_of, link_of},
};
use crate::{
    Failure,
    access::Permit,
    desk::{Change, Desk, Noted, TenantTx},
    events,
    guests::{self, Chosen, GuestFilter},
    mails::{self, Composition, NewMail, compose},
    objections, routing, tenants,
};

/// Why a mailing is not sent.
#[derive(Debug, thiserror::Error)]
pub enum SendAllError {
    /// Guests could not answer.
    #[error("the event takes no answers")]
    NotOpen(Stage),
    /// This is not the time for it.
    #[error("this is not the time for it")]
    NotNow,
    /// Something else failed.
    #[error(transparent)]
    Failure(#[from] Failure),
}

/// Guests per transaction: enough to be fast, few enough to let others write in between.
const BATCH: usize = 500;

/// Sends a mailing to everybody for whom it is meant, who has an address and does not have it; returns to how many. Sent twice, or by
/// two people at once, each guest still gets one mail.
pub async fn send_all(
    desk: &Desk,
    permit: &Permit<act::SendMailings>,
    event: EventId,
    mailing: Mailing,
) -> Result<u32, SendAllError> {
    let mut sent = 0;
    for &standing in mailing.standings() {
        let everybody = Chosen::All(GuestFilter {
            standing: Some(standing),
            ..GuestFilter::default()
        });
        sent += send(desk, permit, event, mailing, &everybody).await?;
    }
    Ok(sent)
}

/// Queues a mailing for those who are picked, for whom it is meant, who have an address and do not have it; returns how many.
pub async fn send(
    desk: &Desk,
    permit: &Permit<act::SendMailings>,
    event: EventId,
    mailing: Mailing,
    chosen: &Chosen,
) -> Result<u32, SendAllError> {
    let (mut sent, mut after) = (0, None);
    loop {
        let mut tx = desk.open(permit).await?;
        let (plan, _) = events::sql::load(&mut tx, event).await?;
        must_be_time(mailing, &plan, tx.now())?;
        let with = Letters {
            mailing,
            event: &plan,
            letter: &letter::load(&mut tx, event, mailing).await?.letter,
            organiser: &tenants::profile(&mut tx).await?.name,
        };
        let rows = chosen.next(&mut tx, event, after, BATCH).await?;
        let Some(last) = rows.last() else { break };
        after = Some(GuestId::from_uuid(last.id));
        let mut noted = None;
        for row in rows {
            let (guest, key) = guests::open(&mut tx, row).await?;
            if !mailing.standings().contains(&guest.standing()) {
                continue;
            }
            if let Some(note) = write_to(&mut tx, desk, &with, &guest, &key).await? {
                sent += 1;
                noted = Some(note);
            }
        }
        if let Some(noted) = noted {
            tx.commit_noted(noted).await?;
        }
    }
    desk.mail_bell.notify_one();
    Ok(sent)
}

fn must_be_time(mailing: Mailing, event: &Event, now: Instant) -> Result<(), SendAllError> {
    if mailing.is_possible(event, now) {
        return Ok(());
    }
    let needs_answers = matches!(mailing, Mailing::Invitation | Mailing::Reminder);
    Err(if needs_answers && !event.is_early(now) {
        SendAllError::NotOpen(event.stage(now))
    } else {
        SendAllError::NotNow
    })
}

/// What is sent.
struct Letters<'a> {
    mailing: Mailing,
    event: &'a Event,
    letter: &'a Letter,
    organiser: &'a str,
}

async fn write_to(
    tx: &mut TenantTx,
    desk: &Desk,
    with: &Letters<'_>,
    guest: &Guest,
    key: &PersonKey,
) -> Result<Option<Noted>, Failure> {
    let (mailing, details) = (with.mailing, &guest.file.details);
    let objects = objections::sql::since_of(tx, guest.person).await?.is_some();
    if details.email.is_none() || objects || !is_meant(tx, mailing, guest).await? {
        return Ok(None);
    }
    let generation = guests::people::link_generation(tx, guest.id).await?;
    let token = routing::sql::add_link(tx, guest.id, generation).await?;
    let locale = details.language.unwrap_or(Locale::De);
    let (subject, text) = with.letter.in_language(locale);
    let base = &desk.settings().base_url;
    let link = link_of(mailing, base, &token.expose());
    let objection = objections::token_of(tx, guest.person).await?;
    let objection = objection.map(|token| objections::address(base, &token.expose()));
    let mail = compose(Composition {
        locale,
        subject,
        text,
        event: with.event,
        organiser: with.organiser,
        details,
        link: &link,
        button: button_of(mailing),
        calendar: None,
        objection,
    });
    let new = NewMail {
        subject: guest.person.uuid(),
        key,
        event: Some(with.event.id),
        guest: Some(guest.id),
        kind: mailing.kind(),
        dedupe_key: once(mailing, guest.id, generation, tx.now()),
        mail,
    };
    if !mails::queue(tx, new).await? && mailing != Mailing::Invitation {
        return Ok(None);
    }
    let change = Change::new(action_of(mailing), guest.id, guest.person.uuid(), key)
        .of_event(with.event.id)
        .of_guest(guest.id);
    Ok(Some(tx.note(change).await?))
}

/// Whether a guest is to get it, as things are now: whoever has just answered is held or seen.
async fn is_meant(tx: &mut TenantTx, mailing: Mailing, guest: &Guest) -> Result<bool, Failure> {
    if mailing == Mailing::Invitation {
        return guests::sql::set_invited(tx, guest.id).await;
    }
    let (now, _) = guests::sql::load_for_change(tx, guest.id).await?;
    let (kinds, since) = mailing.unless(tx.now());
    let stands = mailing.standings().contains(&now.standing());
    Ok(stands && !mails::sql::was_written_to(tx, guest.id, kinds, since).await?)
}

/// Two mails with the same text here are one. Another address gets another mail, and a reminder is another after a while.
fn once(mailing: Mailing, guest: GuestId, generation: u32, now: Instant) -> String {
    let code = mailing.code();
    let mut once = format!("{code}:{guest}");
    if generation > 1 {
        once = format!("{once}:{generation}");
    }
    if mailing == Mailing::Reminder {
        once = format!("{once}:since-{}", now.0 / Mailing::PAUSE_MS);
    }
    once
}

const fn action_of(mailing: Mailing) -> &'static str {
    match mailing {
        Mailing::SaveTheDate => "guest.date_announced",
        Mailing::Invitation => "guest.invited",
        Mailing::Reminder => "guest.reminded",
        Mailing::Thanks => "guest.thanked",
    }
}
