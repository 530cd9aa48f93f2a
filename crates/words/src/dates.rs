//! Dates as people write them.

use domain::{Instant, Locale};
use jiff::{Timestamp, ToSpan, civil, tz::TimeZone};

/// The parts in which an instant is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shown {
    /// "Do." or "Thu".
    pub weekday: String,
    /// "12".
    pub day: String,
    /// "März" or "Mar", short enough for a tile.
    pub month: String,
    /// "12. März 2027" or "12 March 2027".
    pub date: String,
    /// "18:00".
    pub time: String,
    /// "MEZ" or "CET": the short name of the zone then.
    pub zone: String,
}

/// Why a date and time that somebody typed is not an instant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ZoneError {
    /// Not `YYYY-MM-DDTHH:MM`.
    NotATime,
    /// Not in the list of IANA zones.
    UnknownZone,
    /// The clock skips this time (the night in spring).
    Skipped,
}

/// The night in 2027 in which Vienna's clocks skip an hour; for tests of both nights of the year.
pub const SPRING_GAP: &str = "2027-03-28T02:30";

const DAYS_DE: [&str; 7] = ["Mo.", "Di.", "Mi.", "Do.", "Fr.", "Sa.", "So."];
const DAYS_EN: [&str; 7] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
const MONTHS_DE: [&str; 12] = [
    "Jänner",
    "Februar",
    "März",
    "April",
    "Mai",
    "Juni",
    "Juli",
    "August",
    "September",
    "Oktober",
    "November",
    "Dezember",
];
const MONTHS_EN: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// Shows an instant in a zone. An unknown zone is shown as UTC.
pub fn show(locale: Locale, at: Instant, zone: &str) -> Shown {
    let zone_name = zone;
    let zone = TimeZone::get(zone).unwrap_or(TimeZone::UTC);
    let local = timestamp(at).to_zoned_datetime(zone);
    let date = local.date();
    let weekday = usize::from(date.weekday().to_monday_zero_offset().unsigned_abs());
    let month = usize::from(date.month().unsigned_abs()) - 1;
    let (day, year) = (date.day(), date.year());
    let month_name = match (locale, zone_name) {
        // January has an Austrian name and a German one.
        (Locale::De, zone) if month == 0 && zone != "Europe/Vienna" => "Januar",
        (Locale::De, _) => MONTHS_DE[month],
        (Locale::En, _) => MONTHS_EN[month],
    };
    let short: String = month_name
        .chars()
        .take(if month_name.chars().count() <= 4 {
            4
        } else {
            3
        })
        .collect();
    Shown {
        weekday: match locale {
            Locale::De => DAYS_DE[weekday].to_owned(),
            Locale::En => DAYS_EN[weekday].to_owned(),
        },
        day: day.to_string(),
        month: short,
        date: match locale {
            Locale::De => format!("{day}.\u{a0}{month_name} {year}"),
            Locale::En => format!("{day}\u{a0}{month_name} {year}"),
        },
        time: format!("{:02}:{:02}", local.hour(), local.minute()),
        zone: zone_abbreviation(locale, &local.strftime("%Z").to_string()),
    }
}

/// Days from one instant to another as a calendar in a zone counts them; an unknown zone is UTC.
pub fn days_between(from: Instant, until: Instant, zone: &str) -> i64 {
    let zone = TimeZone::get(zone).unwrap_or(TimeZone::UTC);
    let date = |at| timestamp(at).to_zoned_datetime(zone.clone()).date();
    let days = date(from).until((jiff::Unit::Day, date(until)));
    days.map_or(0, |span| i64::from(span.get_days()))
}

/// The first moment of a day (`YYYY-MM-DD`) in a zone.
pub fn start_of_day(day: &str, zone: &str) -> Option<Instant> {
    let date: civil::Date = day.parse().ok()?;
    start_of(date, zone)
}

/// The first moment after a day (`YYYY-MM-DD`) in a zone.
pub fn end_of_day(day: &str, zone: &str) -> Option<Instant> {
    let date: civil::Date = day.parse().ok()?;
    start_of(date.tomorrow().ok()?, zone)
}

/// A day (`YYYY-MM-DD`) as people write it; anything else as it is.
pub fn day_of(locale: Locale, day: &str) -> String {
    let start = start_of_day(day, "UTC");
    start.map_or_else(|| day.to_owned(), |at| show(locale, at, "UTC").date)
}

fn start_of(date: civil::Date, zone: &str) -> Option<Instant> {
    let zone = TimeZone::get(zone).ok()?;
    let start = date.to_zoned_datetime(zone).ok()?;
    Some(Instant(start.timestamp().as_millisecond()))
}

fn zone_abbreviation(locale: Locale, name: &str) -> String {
    let german = match (locale, name) {
        (Locale::De, "CET") => "MEZ",
        (Locale::De, "CEST") => "MESZ",
        (Locale::De, "GMT") => "WEZ",
        _ => name,
    };
    german.to_owned()
}

fn timestamp(at: Instant) -> Timestamp {
    Timestamp::from_millisecond(at.0).unwrap_or(Timestamp::UNIX_EPOCH)
}

/// The instant of a date and time as a browser's `datetime-local` field sends it. Of the two instants of a repeated hour
/// in autumn the first is taken, as people mean it.
pub fn instant_of(local: &str, zone: &str) -> Result<Instant, ZoneError> {
    let zone = TimeZone::get(zone).map_err(|_| ZoneError::UnknownZone)?;
    let local: civil::DateTime = local.trim().parse().map_err(|_| ZoneError::NotATime)?;
    let ambiguous = zone.to_ambiguous_timestamp(local);
    if ambiguous.offset().is_gap() {
        return Err(ZoneError::Skipped);
    }
    let timestamp = ambiguous.earlier().map_err(|_| ZoneError::NotATime)?;
    Ok(Instant(timestamp.as_millisecond()))
}

trait IsGap {
    fn is_gap(&self) -> bool;
}

impl IsGap for jiff::tz::AmbiguousOffset {
    fn is_gap(&self) -> bool {
        matches!(self, Self::Gap { .. })
    }
}

/// An instant as the value of a `datetime-local` field.
pub fn local_of(at: Instant, zone: &str) -> String {
    let zone = TimeZone::get(zone).unwrap_or(TimeZone::UTC);
    timestamp(at)
        .to_zoned_datetime(zone)
        .strftime("%Y-%m-%dT%H:%M")
        .to_string()
}

/// An instant as machines read it, with the offset of the zone (RFC 3339): `2027-06-12T18:00:00+02:00`.
pub fn machine_time(at: Instant, zone: &str) -> String {
    let zone = TimeZone::get(zone).unwrap_or(TimeZone::UTC);
    timestamp(at)
        .to_zoned_datetime(zone)
        .strftime("%Y-%m-%dT%H:%M:%S%:z")
        .to_string()
}

/// An instant as names of files bear it, in UTC and to the second: `20270201T180000Z`.
pub fn stamp_of(at: Instant) -> String {
    timestamp(at).strftime("%Y%m%dT%H%M%SZ").to_string()
}

/// The zones that are offered: near ones first, then every place of the IANA list.
pub fn zones() -> Vec<String> {
    let near = [
        "Europe/Vienna",
        "Europe/Berlin",
        "Europe/Zurich",
        "Europe/London",
        "UTC",
    ];
    let mut zones: Vec<String> = near.iter().map(|zone| (*zone).to_owned()).collect();
    let mut rest: Vec<String> = jiff::tz::db()
        .available()
        .map(|name| name.to_string())
        .filter(|name| {
            name.contains('/') && !name.starts_with("Etc/") && !near.contains(&name.as_str())
        })
        .collect();
    rest.sort();
    zones.extend(rest);
    zones
}

/// A round time some days ahead, to start a form with: 18:00 in the zone.
pub fn evening(now: Instant, days: i64, zone: &str) -> String {
    let zone = TimeZone::get(zone).unwrap_or(TimeZone::UTC);
    let date = timestamp(now)
        .to_zoned_datetime(zone)
        .date()
        .saturating_add(days.days());
    format!("{date}T18:00")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_those_of_the_calendar_where_one_is() {
        let at = |text: &str| instant_of(text, "Europe/Vienna").expect("a time");
        let between = |from, until| days_between(at(from), at(until), "Europe/Vienna");
        assert_eq!(between("2027-03-27T20:00", "2027-03-28T18:00"), 1);
        assert_eq!(between("2027-03-28T00:30", "2027-03-28T23:30"), 0);
        assert_eq!(between("2027-03-29T01:00", "2027-03-28T23:00"), -1);
        assert_eq!(between("2026-11-28T12:00", "2027-01-25T18:00"), 58);
    }

    #[test]
    fn dates_look_as_people_write_them() {
        let at = instant_of("2027-03-12T18:00", "Europe/Vienna").expect("a time");
        let german = show(Locale::De, at, "Europe/Vienna");
        assert_eq!(
            (german.weekday.as_str(), german.date.as_str()),
            ("Fr.", "12.\u{a0}März 2027")
        );
        assert_eq!(
            (german.time.as_str(), german.zone.as_str()),
            ("18:00", "MEZ")
        );
        assert_eq!(german.month, "März");
        let english = show(Locale::En, at, "Europe/Vienna");
        assert_eq!(
            (english.date.as_str(), english.zone.as_str()),
            ("12\u{a0}March 2027", "CET")
        );
    }

    #[test]
    fn the_night_in_spring_skips_an_hour() {
        assert_eq!(
            instant_of(SPRING_GAP, "Europe/Vienna"),
            Err(ZoneError::Skipped)
        );
        assert!(instant_of(SPRING_GAP, "UTC").is_ok());
    }

    #[test]
    fn the_night_in_autumn_takes_the_first_of_two_hours() {
        let first = instant_of("2027-10-31T02:30", "Europe/Vienna").expect("a time");
        assert_eq!(show(Locale::De, first, "Europe/Vienna").zone, "MESZ");
        let later = first.plus_ms(Instant::HOUR_MS);
        assert_eq!(local_of(later, "Europe/Vienna"), "2027-10-31T02:30");
    }

    #[test]
    fn nonsense_is_told_apart() {
        assert_eq!(
            instant_of("tomorrow", "Europe/Vienna"),
            Err(ZoneError::NotATime)
        );
        assert_eq!(
            instant_of("2027-01-01T10:00", "Europe/Wien"),
            Err(ZoneError::UnknownZone)
        );
    }

    #[test]
    fn a_form_starts_with_an_evening() {
        assert_eq!(evening(Instant(0), 14, "Europe/Vienna"), "1970-01-15T18:00");
    }
}
