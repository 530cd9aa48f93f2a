//! The mail that asks for a review.

use domain::{Locale, access::act, ids::TenantId, mailings::LetterKind};
use words::Words;

use super::{review::due, sql};
use crate::{
    Failure,
    access::{Permit, as_system},
    accounts::{self, Officer},
    desk::Desk,
    mails::{self, Mail, Notice},
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
    let tx = desk.open(&permit).await?;
    let notice = Notice {
        kind: LetterKind::AccessReview,
        of: due_at.0,
        action: "team.review_asked",
        write: &|owner| write(owner, &organiser, &link),
    };
    mails::queue_for_officers(desk, tx, &owners, notice).await
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
