//! How long places are held for a registration that is not confirmed.

use crate::{Instant, events::Event};

/// Places are held this long.
const HOLD_MS: i64 = 24 * Instant::HOUR_MS;
/// And at least this long, however soon the event begins.
const HOLD_MS_MIN: i64 = Instant::HOUR_MS;

/// Until when the places of somebody who registers now are held: a day, but not longer than until the event begins.
pub fn held_until(event: &Event, now: Instant) -> Instant {
    let day = now.plus_ms(HOLD_MS);
    day.min(event.schedule.starts_at)
        .max(now.plus_ms(HOLD_MS_MIN))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::events::tests::event;

    #[test]
    fn places_are_held_for_a_day_or_until_it_begins_but_never_too_short() {
        let hour = Instant::HOUR_MS;
        let mut event = event();
        event.schedule.starts_at = Instant(100 * hour);
        let held = |now| held_until(&event, Instant(now));
        assert_eq!(held(10 * hour), Instant(34 * hour));
        assert_eq!(held(90 * hour), Instant(100 * hour));
        assert_eq!(held(100 * hour - 1), Instant(101 * hour - 1));
    }
}
