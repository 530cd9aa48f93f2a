//! What is held about somebody.

use domain::{
    Instant, Locale,
    access::act,
    events::Event,
    guests::Guest,
    ids::{GuestId, PersonId},
    questions::Reply,
};
use ledger::ActorKind;

use super::{proof, sql};
use crate::{
    Failure,
    access::Permit,
    desk::{Change, Desk, TenantTx},
    events, guests, history, objections, replies, tags, tenants, workshops,
};

/// A mail that is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HeldMail {
    /// Code of its kind, see [`domain::mailings::LetterKind::code`].
    pub kind: String,
    /// When it was written.
    pub queued_at: Instant,
    /// When it was sent, if it was.
    pub sent_at: Option<Instant>,
}

/// Something that was done with the data.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Deed {
    /// When.
    pub at: Instant,
    /// Who, by kind: people of the team are not named.
    pub actor_kind: ActorKind,
    /// What, such as `access.guest_seen`.
    pub action: String,
}

/// What is held of somebody at one event.
pub struct Holding {
    /// The event, with the day on which all of it is deleted.
    pub event: Event,
    /// The guest.
    pub guest: Guest,
    /// Replies to its questions, of whatever category.
    pub replies: Vec<Reply>,
    /// Workshops that were chosen, by their titles.
    pub workshops: Vec<String>,
    /// Tags that the organiser has given.
    pub tags: Vec<String>,
    /// Mails, the newest first.
    pub mails: Vec<HeldMail>,
    /// What was done, the newest first: changes, looks, and files with the whole list.
    pub deeds: Vec<Deed>,
}

/// Everything that a tenant holds about a person.
pub struct OwnData {
    /// The organiser's name.
    pub organiser: String,
    /// The person's random id.
    pub person: PersonId,
    /// Since when the person gets no mailings, if they object.
    pub objects_since: Option<Instant>,
    /// Until when the proof is good.
    pub until: Instant,
    /// For each event, the latest first.
    pub holdings: Vec<Holding>,
}

/// Everything that the tenant holds about the person whom this guest is, at every event. The log tells that it was looked
/// at. [`Failure::NotFound`] for a proof that is none, or no longer.
pub async fn see(
    desk: &Desk,
    permit: &Permit<act::SeeOwnData>,
    guest: GuestId,
    proof: &str,
    locale: Locale,
) -> Result<OwnData, Failure> {
    permit.must_be_of(guest)?;
    let mut tx = desk.read(permit).await?;
    let until = proof::must_be(&mut tx, guest, proof).await?;
    let (own, key) = guests::sql::load(&mut tx, guest).await?;
    let organiser = tenants::profile(&mut tx).await?.name;
    let objects_since = objections::sql::since_of(&mut tx, own.person).await?;
    let mut holdings = Vec::new();
    for guest in sql::guests(&mut tx, own.person).await? {
        holdings.push(held(&mut tx, guest, locale).await?);
    }
    holdings.sort_by_key(|holding| std::cmp::Reverse(holding.event.schedule.starts_at));
    drop(tx);
    let tx = desk.open(permit).await?;
    let change = Change::new("guest.data_seen", guest, own.person.uuid(), &key)
        .of_event(own.event)
        .of_guest(guest);
    tx.commit(change).await?;
    Ok(OwnData {
        organiser,
        person: own.person,
        objects_since,
        until,
        holdings,
    })
}

async fn held(tx: &mut TenantTx, guest: GuestId, locale: Locale) -> Result<Holding, Failure> {
    let (guest, _) = guests::sql::load(tx, guest).await?;
    let (event, _) = events::sql::load(tx, guest.event).await?;
    let special = replies::load(tx, guest.id).await?.replies;
    let replies = [guest.file.replies.clone(), special].concat();
    let mut tags = tags::names_within(tx, event.id, &[guest.id]).await?;
    let mut workshops = workshops::names_within(tx, &event.programme, &[guest.id], locale).await?;
    let mails = sql::mails(tx, guest.id).await?;
    let deeds = deeds(tx, &guest).await?;
    Ok(Holding {
        tags: tags.remove(&guest.id).unwrap_or_default(),
        workshops: workshops.remove(&guest.id).unwrap_or_default(),
        mails: mails
            .into_iter()
            .map(|mail| HeldMail {
                kind: mail.kind,
                queued_at: Instant(mail.queued_at),
                sent_at: mail.sent_at.map(Instant),
            })
            .collect(),
        replies,
        event,
        guest,
        deeds,
    })
}

/// What was done with a guest, and when files were taken along in which the guest stands.
async fn deeds(tx: &mut TenantTx, guest: &Guest) -> Result<Vec<Deed>, Failure> {
    let mut deeds = Vec::new();
    for row in history::sql::of_guest(tx, guest.id).await? {
        deeds.push(Deed {
            at: Instant(row.at),
            actor_kind: row
                .actor_kind
                .parse()
                .map_err(|_| Failure::Damaged("entries.actor_kind"))?,
            action: row.action,
        });
    }
    for at in sql::exports(tx, guest.event.uuid(), guest.listed_at).await? {
        deeds.push(Deed {
            at: Instant(at),
            actor_kind: ActorKind::User,
            action: "guests.exported".to_owned(),
        });
    }
    deeds.sort_by_key(|deed| std::cmp::Reverse(deed.at));
    Ok(deeds)
}
