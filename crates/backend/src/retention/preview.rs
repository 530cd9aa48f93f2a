//! What will be deleted, and when.

use std::collections::HashMap;

use domain::{Instant, access::act, events::Event, ids::EventId, questions::Question};

use super::sql;
use crate::{Failure, access::Permit, desk::Desk, events};

/// What is deleted of an event.
#[derive(Debug, Clone)]
pub struct Deletion {
    /// The event.
    pub event: Event,
    /// Guests, with their answers, links and what the log holds of them.
    pub guests: u32,
    /// Mails to them.
    pub mails: u32,
    /// Guests with replies of special categories, which go sooner.
    pub special: u32,
    /// When these go.
    pub special_after: Instant,
}

impl Deletion {
    /// Guests are deleted within so long after their time is over.
    pub const GRACE_MS: i64 = Instant::DAY_MS;

    /// Whether it should have happened.
    pub fn is_overdue(&self, now: Instant) -> bool {
        now > self.event.delete_after.plus_ms(Self::GRACE_MS)
    }
}

/// Every event that still has guests, with what goes on which day; the next one first.
pub async fn preview(desk: &Desk, permit: &Permit<act::SeeLog>) -> Result<Vec<Deletion>, Failure> {
    let mut tx = desk.read(permit).await?;
    let held: HashMap<EventId, sql::Held> = sql::held(&mut tx)
        .await?
        .into_iter()
        .map(|held| (held.event(), held))
        .collect();
    let mut deletions = Vec::new();
    for event in events::sql::all_with_guests(&mut tx).await? {
        let Some(held) = held.get(&event.id) else {
            continue;
        };
        let number = |count: i64| u32::try_from(count).unwrap_or(u32::MAX);
        let special_after = event
            .schedule
            .ends_at
            .plus_days(Question::SPECIAL_RETENTION_DAYS);
        deletions.push(Deletion {
            guests: number(held.guests),
            mails: number(held.mails),
            special: number(held.special),
            special_after,
            event,
        });
    }
    Ok(deletions)
}
