//! Mails to those who answer for a tenant.

use domain::mailings::LetterKind;

use super::{Mail, NewMail, queue};
use crate::{
    Failure,
    accounts::Officer,
    desk::{Change, Desk, TenantTx},
    keys,
};

/// A mail to each of those who answer for a tenant.
pub(crate) struct Notice<'a> {
    /// Its kind.
    pub(crate) kind: LetterKind,
    /// What makes it another one than the last of its kind, such as a day.
    pub(crate) of: i64,
    /// The action of its entry.
    pub(crate) action: &'static str,
    /// The mail to one of them.
    pub(crate) write: &'a (dyn Fn(&Officer) -> Mail + Sync),
}

/// Queues it once for each of them, with an entry each, and commits; returns how many had not got it yet.
pub(crate) async fn queue_for_officers(
    desk: &Desk,
    mut tx: TenantTx,
    officers: &[Officer],
    notice: Notice<'_>,
) -> Result<u32, Failure> {
    let tenant = tx.tenant().uuid();
    let key = keys::own(&mut tx).await?;
    let (mut queued, mut noted) = (0, None);
    for officer in officers {
        let new = NewMail {
            subject: tenant,
            key: &key,
            event: None,
            guest: None,
            kind: notice.kind,
            dedupe_key: format!("{}:{}:{}", notice.kind.code(), notice.of, officer.id),
            mail: (notice.write)(officer),
        };
        if queue(&mut tx, new).await? {
            let change = Change::new(notice.action, officer.id, tenant, &key);
            noted = Some(tx.note(change).await?);
            queued += 1;
        }
    }
    if let Some(noted) = noted {
        tx.commit_noted(noted).await?;
        desk.mail_bell.notify_one();
    }
    Ok(queued)
}
