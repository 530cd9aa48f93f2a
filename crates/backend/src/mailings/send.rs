//! Sending the invitation.

use domain::{
    Locale,
    access::act,
    events::{Event, Stage},
    guests::{Guest, Standing},
    ids::{EventId, GuestId},
    mailings::{Letter, LetterKind},
};
use vault::PersonKey;

use super::letter;
use crate::{
    Failure,
    access::Permit,
    desk::{Change, Desk, TenantTx},
    events,
    guests::{self, Chosen, GuestFilter},
    mails::{self, Composition, NewMail, compose},
    routing, tenants,
};

/// Why invitations are not sent.
#[derive(Debug, thiserror::Error)]
pub enum SendAllError {
    /// Guests could not answer.
    #[error("the event takes no answers")]
    NotOpen(Stage),
    /// Something else failed.
    #[error(transparent)]
    Failure(#[from] Failure),
}

/// Guests per transaction: enough to be fast, few enough to let others write in between.
const BATCH: usize = 500;

/// Invites everybody on the list who has an address and no invitation yet; returns how many. Sent twice, or by two
/// people at once, each guest still gets one mail.
pub async fn send_all(
    desk: &Desk,
    permit: &Permit<act::SendMailings>,
    event: EventId,
) -> Result<u32, SendAllError> {
    let everybody = Chosen::All(GuestFilter {
        standing: Some(Standing::Listed),
        ..GuestFilter::default()
    });
    send(desk, permit, event, &everybody).await
}

/// Queues the invitation for those who are picked, have an address and are not invited yet; returns how many.
pub async fn send(
    desk: &Desk,
    permit: &Permit<act::SendMailings>,
    event: EventId,
    chosen: &Chosen,
) -> Result<u32, SendAllError> {
    let (mut invited, mut after) = (0, None);
    loop {
        let mut tx = desk.open(permit).await?;
        let (plan, _) = events::sql::load(&mut tx, event).await?;
        // Before answers are taken guests can be invited already.
        if plan.stage(tx.now()) != Stage::Published || tx.now() >= plan.answer_until {
            return Err(SendAllError::NotOpen(plan.stage(tx.now())));
        }
        let text = letter::load(&mut tx, event).await?.letter;
        let organiser = tenants::profile(&mut tx).await?.name;
        let rows = chosen.next(&mut tx, event, after, BATCH).await?;
        let Some(last) = rows.last() else { break };
        after = Some(GuestId::from_uuid(last.id));
        let mut noted = None;
        for row in rows {
            let (guest, key) = guests::open(&mut tx, row).await?;
            if guest.standing() != Standing::Listed {
                continue;
            }
            if let Some(note) =
                invite(&mut tx, desk, &plan, &text, &organiser, &guest, &key).await?
            {
                invited += 1;
                noted = Some(note);
            }
        }
        if let Some(noted) = noted {
            tx.commit_noted(noted).await?;
        }
    }
    desk.mail_bell.notify_one();
    Ok(invited)
}

async fn invite(
    tx: &mut TenantTx,
    desk: &Desk,
    event: &Event,
    letter: &Letter,
    organiser: &str,
    guest: &Guest,
    key: &PersonKey,
) -> Result<Option<crate::desk::Noted>, Failure> {
    let details = &guest.file.details;
    if details.email.is_none() || !guests::sql::set_invited(tx, guest.id).await? {
        return Ok(None);
    }
    let generation = guests::people::link_generation(tx, guest.id).await?;
    let token = routing::sql::add_link(tx, guest.id, generation).await?;
    let locale = details.language.unwrap_or(Locale::De);
    let (subject, text) = letter.in_language(locale);
    let mail = compose(Composition {
        locale,
        subject,
        text,
        event,
        organiser,
        details,
        link: &format!("{}/i/{}", desk.settings().base_url, token.expose()),
        button: "mail-button-answer",
        calendar: None,
    });
    let new = NewMail {
        subject: guest.person.uuid(),
        key,
        event: Some(event.id),
        guest: Some(guest.id),
        kind: LetterKind::Invitation,
        dedupe_key: match generation {
            1 => format!("invitation:{}", guest.id),
            later => format!("invitation:{}:{later}", guest.id),
        },
        mail,
    };
    mails::queue(tx, new).await?;
    let change = Change::new("guest.invited", guest.id, guest.person.uuid(), key)
        .of_event(event.id)
        .of_guest(guest.id);
    Ok(Some(tx.note(change).await?))
}
