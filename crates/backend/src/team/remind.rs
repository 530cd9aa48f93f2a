//! The mail that asks for a review.

use domain::{Locale, access::act, ids::TenantId, mailings::LetterKind};
use words::Words;

use super::{review::due, sql};
use crate::{
    Failure,
    access::{Permit, as_system},
    accounts::{self, Officer},
    desk::{Change, Desk},
    keys,
    mails::{self, Mail, NewMail},
    tenants,
};

/// Asks each owner by mail once a review is due; once for each due day. Returns how many mails were queued.
pub async fn remind(desk: &Desk, tenant: TenantId) -> Result<u32, Failure> {
    let permit: Permit<act::AskForReview> = as_system(tenant, "review")?;
    let mut tx = desk.read(&permit).await?;
    let last = sql::reviews(&mut tx)
        .await?
        .first()
        .map(|row| row.reviewed_at);
    let (_, due_at) = due(&mut tx, last).await?;
    if due_at > tx.now() {
        return Ok(0);
    }
    let organiser = tenants::profile(&mut tx).await?.name;
    drop(tx);
    let owners = accounts::owners(desk, tenant).await?;
    let link = format!("{}/app/team/review", desk.settings().base_url);
    let mut tx = desk.open(&permit).await?;
    let key = keys::own(&mut tx).await?;
    let (mut queued, mut noted) = (0, None);
    for owner in &owners {
        let new = NewMail {
            subject: tenant.uuid(),
            key: &key,
            event: None,
            guest: None,
            kind: LetterKind::AccessReview,
            dedupe_key: format!("access-review:{}:{}", due_at.0, owner.id),
            mail: write(owner, &organiser, &link),
        };
        if mails::queue(&mut tx, new).await? {
            let change = Change::new("team.review_asked", owner.id, tenant.uuid(), &key);
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

/// In both languages: which one the owner reads is not known.
fn write(owner: &Officer, organiser: &str, link: &str) -> Mail {
    let text = |locale: Locale| {
        let words = [("organiser", organiser.into()), ("link", link.into())];
        Words(locale).with("review-mail-text", words)
    };
    let subject = Words(Locale::De).get("review-mail-subject");
    mails::plain(
        &owner.name,
        &owner.email,
        &format!("{organiser}: {subject}"),
        &[&text(Locale::De), &text(Locale::En)],
    )
}
