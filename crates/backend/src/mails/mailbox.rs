//! Reading mails that were kept instead of sent: without a mail server, for trying things out.

use domain::{
    Instant,
    access::{Action, act, allows},
    ids::MailId,
    mailings::LetterKind,
};
use vault::Sealed;

use super::{Mail, queue::place, sql};
use crate::{Failure, access::Permit, desk::Desk, keys};

/// A mail in the list.
pub struct MailboxLine {
    /// Its id.
    pub id: MailId,
    /// When it was queued.
    pub queued_at: Instant,
    /// Recipient's name.
    pub to_name: String,
    /// Subject.
    pub subject: String,
}

/// The kind of mails that are kept from whoever might use the link in them to be more than they are.
fn hidden(permit: &Permit<act::SeeMailbox>) -> &'static str {
    if allows(permit.who().party(), Action::ManageTeam) {
        ""
    } else {
        LetterKind::TeamInvitation.code()
    }
}

/// The newest mails of a tenant.
pub async fn mailbox(
    desk: &Desk,
    permit: &Permit<act::SeeMailbox>,
) -> Result<Vec<MailboxLine>, Failure> {
    let mut tx = desk.read(permit).await?;
    let mut lines = Vec::new();
    for row in sql::newest(&mut tx, hidden(permit)).await? {
        let key = keys::unwrap(&mut tx, row.subject_id, &row.wrapped).await?;
        let id = MailId::from_uuid(row.id);
        let mail: Mail = key.open(place(id), &Sealed::from_bytes(row.sealed))?;
        lines.push(MailboxLine {
            id,
            queued_at: Instant(row.queued_at),
            to_name: mail.to_name,
            subject: mail.subject,
        });
    }
    Ok(lines)
}

/// One mail.
pub async fn mail_of(
    desk: &Desk,
    permit: &Permit<act::SeeMailbox>,
    id: MailId,
) -> Result<Mail, Failure> {
    let mut tx = desk.read(permit).await?;
    let row = sql::one(&mut tx, id, hidden(permit))
        .await?
        .ok_or(Failure::NotFound)?;
    let key = keys::unwrap(&mut tx, row.subject_id, &row.wrapped).await?;
    Ok(key.open(place(id), &Sealed::from_bytes(row.sealed))?)
}
