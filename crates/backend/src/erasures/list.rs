//! Who was erased, as far as that may still be known.

use domain::{
    Instant,
    access::act,
    ids::{EntryId, PersonId},
};

use super::sql;
use crate::{Failure, access::Permit, accounts, desk::Desk};

/// Erasures on one page.
const PAGE_LENGTH: usize = 50;

/// One erasure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ErasureLine {
    /// The random id that the person had.
    pub person: PersonId,
    /// When.
    pub at: Instant,
    /// The entry of the log.
    pub entry: EntryId,
    /// Who did it, by name.
    pub actor_name: String,
}

/// One page, the last erasure first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ErasurePage {
    /// Erasures.
    pub lines: Vec<ErasureLine>,
    /// The last one of this page, if there are more.
    pub next: Option<(Instant, PersonId)>,
}

/// People who were erased on request. Deletion on the promised date is not in this list, but in the log.
pub async fn list(
    desk: &Desk,
    permit: &Permit<act::SeeLog>,
    before: Option<(Instant, PersonId)>,
) -> Result<ErasurePage, Failure> {
    let mut tx = desk.read(permit).await?;
    let wanted = i64::try_from(PAGE_LENGTH + 1).unwrap_or(i64::MAX);
    let mut rows = sql::page(&mut tx, before, wanted).await?;
    drop(tx);
    let more = rows.len() > PAGE_LENGTH;
    rows.truncate(PAGE_LENGTH);
    let mut names = accounts::Names::default();
    let mut lines = Vec::with_capacity(rows.len());
    for (person, at, entry, actor) in rows {
        lines.push(ErasureLine {
            person: PersonId::from_uuid(person),
            at: Instant(at),
            entry: EntryId::from_uuid(entry),
            actor_name: names.of_actor(desk, &actor).await?,
        });
    }
    let next = lines
        .last()
        .filter(|_| more)
        .map(|line| (line.at, line.person));
    Ok(ErasurePage { lines, next })
}
