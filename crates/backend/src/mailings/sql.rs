//! SQL of mailings.

use domain::{
    ids::{EventId, MailingId},
    mailings::Mailing,
};

use crate::{
    Failure,
    desk::TenantTx,
    guests::sql::standing,
    store::{execute, row},
};

#[derive(sqlx::FromRow)]
pub(crate) struct LetterRow {
    pub(crate) sealed: Vec<u8>,
    pub(crate) changed_at: i64,
    pub(crate) tested_at: Option<i64>,
}

pub(crate) async fn of_event(
    tx: &mut TenantTx,
    event: EventId,
    mailing: Mailing,
) -> Result<Option<LetterRow>, Failure> {
    Ok(row!(
        tx,
        "SELECT sealed, changed_at, tested_at FROM mailings WHERE tenant_id = $1 AND event_id = $2 AND kind = $3",
        event.uuid(),
        mailing.code()
    )?)
}

/// Sets the text; a changed text counts as untested.
pub(crate) async fn set(
    tx: &mut TenantTx,
    id: MailingId,
    event: EventId,
    mailing: Mailing,
    sealed: Vec<u8>,
) -> Result<(), Failure> {
    let now = tx.now().0;
    execute!(
        tx,
        "INSERT INTO mailings (tenant_id, id, event_id, sealed, changed_at, kind) VALUES ($1, $2, $3, $4, $5, $6) \
         ON CONFLICT (tenant_id, event_id, kind) DO UPDATE SET sealed = $4, changed_at = $5, tested_at = NULL",
        id.uuid(),
        event.uuid(),
        sealed,
        now,
        mailing.code()
    )?;
    Ok(())
}

pub(crate) async fn set_tested(
    tx: &mut TenantTx,
    event: EventId,
    mailing: Mailing,
) -> Result<(), Failure> {
    let now = tx.now().0;
    execute!(
        tx,
        "UPDATE mailings SET tested_at = $3 WHERE tenant_id = $1 AND event_id = $2 AND kind = $4",
        event.uuid(),
        now,
        mailing.code()
    )?;
    Ok(())
}

/// How many guests stand where a mailing goes, how many of them have no address, how many object,
/// and how many others have had it.
pub(super) async fn audience(
    tx: &mut TenantTx,
    event: EventId,
    mailing: Mailing,
) -> Result<(i64, i64, i64, i64), Failure> {
    let ([one, other], since) = mailing.unless(tx.now());
    let standing = |at: usize| mailing.standings().get(at).map_or("", |known| known.code());
    let row: Option<(i64, i64, i64, i64)> = row!(
        tx,
        concat!(
            "SELECT COUNT(*), COUNT(CASE WHEN p.email_index IS NULL THEN 1 END), ",
            "COUNT(o.objected_at), ",
            "COUNT(CASE WHEN p.email_index IS NOT NULL AND o.objected_at IS NULL ",
            "AND EXISTS (SELECT 1 FROM mails m WHERE m.tenant_id = $1 ",
            "AND m.guest_id = g.id AND m.kind IN ($4, $5) AND m.queued_at > $6) THEN 1 END) ",
            "FROM guests g JOIN people p ON p.tenant_id = g.tenant_id AND p.id = g.person_id ",
            "LEFT JOIN objections o ON o.tenant_id = p.tenant_id AND o.email_index = p.email_index ",
            "WHERE g.tenant_id = $1 AND g.event_id = $2 AND ",
            standing!(),
            " IN ($3, $7)"
        ),
        event.uuid(),
        standing(0),
        one,
        other,
        since.0,
        standing(1)
    )?;
    Ok(row.unwrap_or_default())
}
