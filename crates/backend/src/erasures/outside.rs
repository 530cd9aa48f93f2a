//! The list of destroyed keys outside the database: what it takes to destroy them again after a restore.

use std::{fmt, str::FromStr};

use domain::{
    Instant,
    access::act,
    ids::{PersonId, TenantId},
};
use uuid::Uuid;

use super::sql;
use crate::{
    Failure,
    access::{Permit, as_system},
    desk::{Change, Desk},
    guests, keys,
};

/// Subjects that are looked up at a time.
const LOOK_MAX: usize = 1_000;

/// A destroyed key, as one line of the list: time in milliseconds since 1970, tenant, and the random id of the subject.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Destroyed {
    /// When.
    pub at: Instant,
    /// In which tenant.
    pub tenant: TenantId,
    /// Whose key.
    pub subject: Uuid,
}

/// A line that is not of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a line of the list of erasures cannot be read")]
pub struct NotALine;

impl fmt::Display for Destroyed {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            out,
            "{} {} {}",
            self.at.0,
            self.tenant,
            self.subject.simple()
        )
    }
}

impl FromStr for Destroyed {
    type Err = NotALine;

    fn from_str(line: &str) -> Result<Self, NotALine> {
        let mut words = line.split(' ');
        let mut next = || words.next().ok_or(NotALine);
        let read = Self {
            at: Instant(next()?.parse().map_err(|_| NotALine)?),
            tenant: next()?.parse().map_err(|_| NotALine)?,
            subject: Uuid::try_parse(next()?).map_err(|_| NotALine)?,
        };
        (read.to_string() == line).then_some(read).ok_or(NotALine)
    }
}

/// Keys destroyed in one tenant behind this time and subject, the first one first; a thousand at most.
pub async fn destroyed_since(
    desk: &Desk,
    tenant: TenantId,
    after: (Instant, Uuid),
) -> Result<Vec<Destroyed>, Failure> {
    let rows = sql::since(&mut desk.peek(tenant).await?, after, 1_000).await?;
    Ok(rows
        .into_iter()
        .map(|(subject, at)| Destroyed {
            at: Instant(at),
            tenant,
            subject,
        })
        .collect())
}

/// Destroys again what was destroyed before and came back with a restored database; returns how many keys there were.
/// Each of them leaves an entry. To be called before anything is served. The tenant's keys are needed only when somebody
/// came back: an outage of the key provider stops no other start.
pub async fn repeat(desk: &Desk, list: &[Destroyed]) -> Result<u32, Failure> {
    let mut repeated = 0;
    for tenant in desk.tenants().await? {
        let subjects: Vec<Uuid> = list
            .iter()
            .filter(|line| line.tenant == tenant)
            .map(|line| line.subject)
            .collect();
        for some in subjects.chunks(LOOK_MAX) {
            let back = sql::with_keys(&mut desk.peek(tenant).await?, some).await?;
            for subject in back {
                destroy_again(desk, tenant, subject).await?;
                repeated += 1;
            }
        }
    }
    Ok(repeated)
}

async fn destroy_again(desk: &Desk, tenant: TenantId, subject: Uuid) -> Result<(), Failure> {
    let mut tx = desk.open(&permit(tenant)?).await?;
    let own_key = keys::own(&mut tx).await?;
    let person = PersonId::from_uuid(subject);
    guests::remove_person(&mut tx, person).await?;
    let change = Change::new("person.erased_again", person, tenant.uuid(), &own_key);
    let noted = tx.note(change).await?;
    keys::destroy(&mut tx, subject, Some(noted.entry())).await?;
    tx.commit_noted(noted).await
}

fn permit(tenant: TenantId) -> Result<Permit<act::DeleteExpired>, Failure> {
    as_system(tenant, "erasure")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_read_as_it_was_written() {
        let line = Destroyed {
            at: Instant(1_801_472_400_000),
            tenant: TenantId::PLATFORM,
            subject: Uuid::from_u128(7),
        };
        assert_eq!(line.to_string().parse(), Ok(line));
        for other in [
            "",
            "1 2 3",
            "x tnt_1 7",
            &format!("{line} more"),
            &format!("0{line}"),
        ] {
            assert_eq!(other.parse::<Destroyed>(), Err(NotALine), "{other}");
        }
    }
}
