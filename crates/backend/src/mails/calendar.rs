//! Calendar files (RFC 5545).

use domain::events::{Event, EventText};
use icalendar::{Calendar, Component, EventLike};
use jiff::Timestamp;

/// A calendar file with one event; its UID is stable, so that importing it twice is importing it once. `link` is where
/// the guest comes back to.
pub fn calendar_of(event: &Event, link: &str) -> String {
    let EventText {
        title,
        place,
        description,
    } = &event.text;
    let mut entry = icalendar::Event::new();
    entry
        .uid(&format!("{}@einlass", event.id))
        .summary(title)
        .description(&if link.is_empty() {
            description.clone()
        } else {
            format!("{description}\n\n{link}")
        })
        .add_property("DTSTAMP", utc(event.created_at.0))
        .add_property("DTSTART", utc(event.schedule.starts_at.0))
        .add_property("DTEND", utc(event.schedule.ends_at.0));
    if !place.is_empty() {
        entry.location(place);
    }
    if !link.is_empty() {
        entry.add_property("URL", link);
    }
    let mut calendar = Calendar::new();
    calendar
        .append_property(("METHOD", "PUBLISH"))
        .push(entry.done());
    calendar.done().to_string()
}

fn utc(ms: i64) -> String {
    Timestamp::from_millisecond(ms)
        .unwrap_or(Timestamp::UNIX_EPOCH)
        .strftime("%Y%m%dT%H%M%SZ")
        .to_string()
}
