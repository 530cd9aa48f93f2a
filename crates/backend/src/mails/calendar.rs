//! Calendar files (RFC 5545).

use domain::{Instant, Locale, events::Event};
use icalendar::{Calendar, Component, EventLike};
use jiff::Timestamp;

/// A calendar file with one event; its UID is stable, so that importing it twice is importing it once, and its SEQUENCE
/// (RFC 5545, 3.8.7.4) is the minutes since the event was created, so that a later file replaces an earlier one. A file of an
/// event that was called off takes the entry away. `link` is where the guest comes back to.
pub fn calendar_of(event: &Event, locale: Locale, link: &str, now: Instant) -> String {
    let (title, place) = (event.title(locale), event.place(locale));
    let description = event.description(locale);
    let off = event.cancelled_at.is_some();
    let sequence = (now.0 - event.created_at.0).max(0) / Instant::MINUTE_MS;
    let mut entry = icalendar::Event::new();
    entry
        .uid(&format!("{}@einlass", event.id))
        .summary(title)
        .description(&if link.is_empty() {
            description.to_owned()
        } else {
            format!("{description}\n\n{link}")
        })
        .add_property("DTSTAMP", utc(now.0))
        .add_property("SEQUENCE", sequence.to_string())
        .add_property("DTSTART", utc(event.schedule.starts_at.0))
        .add_property("DTEND", utc(event.schedule.ends_at.0));
    if !place.is_empty() {
        entry.location(place);
    }
    if !link.is_empty() {
        entry.add_property("URL", link);
    }
    if off {
        entry.add_property("STATUS", "CANCELLED");
    }
    let mut calendar = Calendar::new();
    calendar
        .append_property(("METHOD", if off { "CANCEL" } else { "PUBLISH" }))
        .push(entry.done());
    calendar.done().to_string()
}

fn utc(ms: i64) -> String {
    Timestamp::from_millisecond(ms)
        .unwrap_or(Timestamp::UNIX_EPOCH)
        .strftime("%Y%m%dT%H%M%SZ")
        .to_string()
}
