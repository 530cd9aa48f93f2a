//! Queueing a mail in the transaction of its cause.

use domain::{
    ids::{EventId, GuestId, MailId},
    mailings::LetterKind,
};
use uuid::Uuid;
use vault::{PersonKey, Place};

use super::{Mail, sql};
use crate::{Failure, desk::TenantTx};

/// A mail to be queued.
pub(crate) struct NewMail<'a> {
    /// Whose key seals it.
    pub(crate) subject: Uuid,
    pub(crate) key: &'a PersonKey,
    pub(crate) event: Option<EventId>,
    pub(crate) guest: Option<GuestId>,
    pub(crate) kind: LetterKind,
    /// Two mails with the same key are one mail.
    pub(crate) dedupe_key: String,
    pub(crate) mail: Mail,
}

/// Queues a mail; false when the same one was queued before. Nothing is queued for people without an address.
pub(crate) async fn queue(tx: &mut TenantTx, new: NewMail<'_>) -> Result<bool, Failure> {
    if new.mail.to.is_empty() {
        return Ok(false);
    }
    let id = MailId::from_uuid(tx.make_uuid());
    let sealed = new.key.seal(place(id), &new.mail).into_bytes();
    sql::add(tx, id, &new, sealed).await
}

pub(super) fn place(id: MailId) -> Place {
    Place::row("mails", id.bytes())
}
