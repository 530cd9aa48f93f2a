//! Delivering what is due.

use domain::{
    Instant,
    access::act,
    ids::{GuestId, MailId, TenantId},
    mailings::LetterKind,
};
use vault::Sealed;

use super::{
    Mail, SendError, Smtp,
    queue::place,
    sql::{self, ClaimedRow},
};
use crate::{
    Failure,
    access::{Permit, as_system},
    desk::{Change, Desk, FieldChange},
    guests, keys, objections,
};

/// A worker that has not come back after this time is taken for dead.
const LEASE_MS: i64 = 5 * Instant::MINUTE_MS;
/// Mails that one worker hands over before it looks round.
const BATCH: usize = 20;
/// Attempts before a mail counts as failed.
const ATTEMPTS_MAX: i64 = 8;
/// The pause after the first attempt; it doubles with each one.
const RETRY_MS: i64 = 30_000;
/// A mail to somebody to whom none goes out here is looked at again after this time: the list may be another one then.
const KEPT_MS: i64 = Instant::HOUR_MS;

/// How a round went.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Delivered {
    /// Taken by the mail server.
    pub sent: u32,
    /// To be tried again later.
    pub later: u32,
    /// Given up.
    pub failed: u32,
}

/// Hands over the mails of a tenant that are due, at most one batch.
///
/// A mail is claimed in one transaction, sent, and marked in another, each attempt fenced; one at a time, so that no
/// mail waits claimed behind a slow one. If the process dies or the connection breaks between the mail and the mark,
/// nobody knows whether it went out: an invitation, a reminder and whatever else goes to many guests is then shown as
/// uncertain and never sent by itself again; a confirmation goes out again with the same Message-ID.
pub async fn deliver_due(desk: &Desk, tenant: TenantId, smtp: &Smtp) -> Result<Delivered, Failure> {
    let permit = permit(tenant)?;
    give_up_on_the_lost(desk, &permit).await?;
    let mut delivered = Delivered::default();
    for _ in 0..BATCH {
        let mut tx = desk.open(&permit).await?;
        let Some(row) = sql::claim(&mut tx, LEASE_MS).await? else {
            break;
        };
        tx.commit_upkeep().await?;
        let Some(mail) = open(desk, &permit, &row).await? else {
            // The person was erased meanwhile; so was the mail.
            let mut tx = desk.open(&permit).await?;
            sql::remove(&mut tx, &row).await?;
            tx.commit_upkeep().await?;
            continue;
        };
        if is_unwanted(desk, &permit, &row).await? {
            continue;
        }
        if !smtp.reaches(&mail.to) {
            let mut tx = desk.open(&permit).await?;
            sql::set_due_again(&mut tx, &row, KEPT_MS, None).await?;
            tx.commit_upkeep().await?;
            delivered.later += 1;
            continue;
        }
        let result = smtp.send(MailId::from_uuid(row.id), &mail).await;
        mark(desk, &permit, &row, result, &mut delivered).await?;
    }
    Ok(delivered)
}

/// Whether anything is due for the tenant, without writing.
pub async fn is_due(desk: &Desk, tenant: TenantId) -> Result<bool, Failure> {
    let permit = permit(tenant)?;
    let mut tx = desk.read(&permit).await?;
    sql::any_due(&mut tx).await
}

fn permit(tenant: TenantId) -> Result<Permit<act::DeliverMail>, Failure> {
    as_system(tenant, "worker")
}

async fn open(
    desk: &Desk,
    permit: &Permit<act::DeliverMail>,
    row: &ClaimedRow,
) -> Result<Option<Mail>, Failure> {
    let mut tx = desk.read(permit).await?;
    match keys::of(&mut tx, row.subject_id).await {
        Ok(key) => Ok(Some(key.open(
            place(MailId::from_uuid(row.id)),
            &Sealed::from_bytes(row.sealed.clone()),
        )?)),
        Err(Failure::NotFound) => Ok(None),
        Err(failure) => Err(failure),
    }
}

/// Drops a mailing whose recipient has objected since it was queued, and tells whether it did. Whoever was only to be
/// invited is not invited.
async fn is_unwanted(
    desk: &Desk,
    permit: &Permit<act::DeliverMail>,
    row: &ClaimedRow,
) -> Result<bool, Failure> {
    let goes_once = LetterKind::ONCE.iter().any(|kind| kind.code() == row.kind);
    let Some(guest) = row.guest_id.map(GuestId::from_uuid).filter(|_| goes_once) else {
        return Ok(false);
    };
    let mut tx = desk.open(permit).await?;
    if !objections::sql::is_of_guest(&mut tx, guest).await? {
        return Ok(false);
    }
    sql::remove(&mut tx, row).await?;
    if row.kind == LetterKind::Invitation.code() {
        guests::sql::take_invitation_back(&mut tx, guest).await?;
    }
    log(tx, row, "mail.unwanted").await?;
    Ok(true)
}

async fn mark(
    desk: &Desk,
    permit: &Permit<act::DeliverMail>,
    row: &ClaimedRow,
    result: Result<(), SendError>,
    delivered: &mut Delivered,
) -> Result<(), Failure> {
    let mut tx = desk.open(permit).await?;
    let goes_once = LetterKind::ONCE.iter().any(|kind| kind.code() == row.kind);
    if let Err(error) = &result {
        let error = error as &dyn std::error::Error;
        tracing::warn!(error, attempts = row.attempts, "a mail was not delivered");
    }
    let code = match result {
        Err(SendError::Later { code } | SendError::Never { code }) => code,
        Ok(()) | Err(SendError::Unknown) => None,
    };
    let (action, marked) = match result {
        Ok(()) => {
            delivered.sent += 1;
            ("mail.sent", sql::set_sent(&mut tx, row).await?)
        }
        Err(SendError::Unknown) if goes_once => {
            delivered.failed += 1;
            ("mail.uncertain", sql::set_uncertain(&mut tx, row).await?)
        }
        Err(SendError::Later { .. } | SendError::Unknown) if row.attempts < ATTEMPTS_MAX => {
            delivered.later += 1;
            let pause = RETRY_MS << (row.attempts - 1).clamp(0, 10);
            sql::set_due_again(&mut tx, row, pause, code).await?;
            return tx.commit_upkeep().await;
        }
        Err(_) => {
            delivered.failed += 1;
            ("mail.failed", sql::set_failed(&mut tx, row, code).await?)
        }
    };
    if !marked {
        return Ok(());
    }
    log(tx, row, action).await
}

async fn log(
    mut tx: crate::desk::TenantTx,
    row: &ClaimedRow,
    action: &'static str,
) -> Result<(), Failure> {
    let key = match keys::of(&mut tx, row.subject_id).await {
        Ok(key) => key,
        Err(Failure::NotFound) => return tx.commit_upkeep().await,
        Err(failure) => return Err(failure),
    };
    let mut change = Change::new(action, MailId::from_uuid(row.id), row.subject_id, &key)
        .with(vec![FieldChange::new("mail", "", row.kind.clone())]);
    if let Some(guest) = row.guest_id {
        change = change.of_guest(GuestId::from_uuid(guest));
    }
    tx.commit(change).await
}

/// Marks what goes to many guests and whose worker died as uncertain: they may have gone out.
async fn give_up_on_the_lost(
    desk: &Desk,
    permit: &Permit<act::DeliverMail>,
) -> Result<(), Failure> {
    let mut tx = desk.read(permit).await?;
    let lost = sql::lost(&mut tx).await?;
    drop(tx);
    for row in lost {
        let mut tx = desk.open(permit).await?;
        if sql::set_uncertain(&mut tx, &row).await? {
            log(tx, &row, "mail.uncertain").await?;
        }
    }
    Ok(())
}
