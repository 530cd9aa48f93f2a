//! How the answers came in.

use domain::{Instant, access::act, events::Stage, ids::EventId};
use words::local_of;

use super::sql;
use crate::{Failure, access::Permit, desk::Desk};

/// How many of those who stand by their answer today had given it by the end of a day. Whoever changes an answer moves to the
/// day of the change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DayOfAnswers {
    /// A moment of that day in the event's zone.
    pub at: Instant,
    /// Who had said yes.
    pub yes: u32,
    /// Who had said no or taken a yes back.
    pub no: u32,
}

/// The answers of an event, day by day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AnswersByDay {
    /// The event's zone, in which days begin and end.
    pub zone: String,
    /// The days in order, without a gap.
    pub days: Vec<DayOfAnswers>,
}

/// Where the answers of an event stood on each day, from the first answer until today or, for an event that is over, until the last
/// answer. Empty before the first.
pub async fn answers_by_day(
    desk: &Desk,
    permit: &Permit<act::SeeEvents>,
    event: EventId,
) -> Result<AnswersByDay, Failure> {
    let mut tx = desk.read(permit).await?;
    let (event, _) = sql::load(&mut tx, event).await?;
    let hours = sql::answers_by_hour(&mut tx, event.id).await?;
    let zone = event.schedule.zone.clone();
    let (Some(&(first, ..)), Some(&(last, ..))) = (hours.first(), hours.last()) else {
        let days = Vec::new();
        return Ok(AnswersByDay { zone, days });
    };
    let is_over = matches!(event.stage(tx.now()), Stage::Past | Stage::Cancelled);
    let end = if is_over { last } else { last.max(tx.now()) };
    let day_of = |at| local_of(at, &zone)[..10].to_owned();
    let mut days: Vec<(String, DayOfAnswers)> = Vec::new();
    let (mut hours, mut at) = (hours.into_iter().peekable(), first);
    let (mut yes, mut no) = (0_u32, 0_u32);
    // Half a day is less than the shortest day, which clocks make one of 23 hours.
    while at <= end || hours.peek().is_some() {
        let day = day_of(at);
        while let Some((_, more_yes, more_no)) = hours.next_if(|(hour, ..)| day_of(*hour) <= day) {
            yes = yes.saturating_add(more_yes);
            no = no.saturating_add(more_no);
        }
        if days.last().is_none_or(|(last, _)| *last != day) {
            days.push((day, DayOfAnswers { at, yes, no }));
        }
        at = at.plus_ms(12 * Instant::HOUR_MS);
    }
    let days = days.into_iter().map(|(_, day)| day).collect();
    Ok(AnswersByDay { zone, days })
}
