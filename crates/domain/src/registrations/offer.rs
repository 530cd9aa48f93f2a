//! Offering a place to somebody who waits.

use crate::{
    Instant,
    events::{Event, Stage},
};

/// What stands for a shorter time is no offer.
const OFFER_MS_MIN: i64 = Instant::HOUR_MS;

/// Until when a place is offered that is free now: not longer than answers are taken. Nothing when nobody is asked any more,
/// nobody can wait, or less than an hour would be left to decide.
pub fn offer_until(event: &Event, now: Instant) -> Option<Instant> {
    let hours = event.offer_hours?;
    if event.stage(now) != Stage::Published || now >= event.answer_until {
        return None;
    }
    let until = now.plus_ms(i64::from(hours) * Instant::HOUR_MS);
    let until = until.min(event.answer_until);
    (until.0 - now.0 >= OFFER_MS_MIN).then_some(until)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::events::tests::event;

    #[test]
    fn an_offer_ends_with_its_time_or_with_the_answers() {
        let hour = Instant::HOUR_MS;
        let mut event = Event {
            offer_hours: Some(24),
            answer_until: Instant(100 * hour),
            ..event()
        };
        event.schedule.ends_at = Instant(120 * hour);
        let until = |event: &Event, now| offer_until(event, Instant(now));
        assert_eq!(until(&event, 10 * hour), Some(Instant(34 * hour)));
        assert_eq!(until(&event, 90 * hour), Some(Instant(100 * hour)));
        assert_eq!(until(&event, 99 * hour), Some(Instant(100 * hour)));
        assert_eq!(until(&event, 99 * hour + 1), None);
        assert_eq!(until(&event, 100 * hour), None);
        let closed = Event {
            closed_at: Some(Instant(0)),
            ..event.clone()
        };
        assert_eq!(until(&closed, hour), None);
        let without = Event {
            offer_hours: None,
            ..event
        };
        assert_eq!(until(&without, hour), None);
    }
}
